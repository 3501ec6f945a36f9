package io.github.crispspring.embedded;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Crisp in memory, for development and tests: one website, one token that is accepted in
 * every tier, the REST API, webhooks and the realtime connection. It binds to the
 * loopback interface only. Applications use it over the network as they use the real one;
 * visitors and operators are played by the methods of this class, or in the console.
 */
public final class EmbeddedCrisp implements AutoCloseable {

	static final int AWAIT_SECONDS = 10;

	private final Credentials credentials;

	private final Accounts accounts;

	private final Scheduler timer = Schedulers.newSingle("embedded-crisp-timer", true);

	private final Clock clock = Clock.systemUTC();

	private final Journal journal = new Journal();

	private final EmbeddedFaults faults = new EmbeddedFaults(new Quota(this.clock), this::faultsChanged);

	private final Map<String, Long> returnedReplies = new HashMap<>();

	private final FileStorage storage = new FileStorage(this::url);

	private final Platform platform;

	private final Webhooks webhooks;

	private final RtmServer rtm;

	private final RestServer rest;

	private volatile Transport transport;

	private volatile Map<String, List<String>> listeners = Map.of();

	private boolean closed;

	private EmbeddedCrisp(Builder builder) {
		this.credentials = Credentials.random(builder.websiteId);
		this.accounts = new Accounts(this.credentials);
		this.transport = builder.transport;
		this.platform = new Platform(this.credentials, this.clock, this::deliver, () -> rtmUrl().toString(),
				this.storage);
		this.webhooks = new Webhooks(this.accounts, this.faults, this.journal, this.timer, builder.redeliveryDelay);
		this.rtm = new RtmServer(this.accounts, this.platform.catalog(), this.faults, this.journal, this.timer);
		this.faults.onCut(this.rtm::cut);
		try {
			this.rest = new RestServer(builder.port, this.accounts, this.platform, this.faults, this.journal,
					this.clock, this.storage, new Console(this));
		}
		catch (RuntimeException | Error ex) {
			closeTransports();
			throw ex;
		}
	}

	/**
	 * Start an embedded Crisp on free ports.
	 * @return the running server
	 */
	public static EmbeddedCrisp start() {
		return builder().start();
	}

	/**
	 * Return a builder.
	 * @return a builder of a server on a free port, which delivers events by webhook
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the URL of the REST API, which is also that of the console.
	 * @return the URL, without path
	 */
	public URI url() {
		return this.rest.url();
	}

	/**
	 * Return the URL of the realtime connection, which the REST API returns as well.
	 * @return the URL with the path of Socket.IO
	 */
	public URI rtmUrl() {
		return this.rtm.url();
	}

	/**
	 * Return the identifier of the token.
	 * @return the identifier
	 */
	public String identifier() {
		return this.credentials.identifier();
	}

	/**
	 * Return the key of the token.
	 * @return the key
	 */
	public String key() {
		return this.credentials.key();
	}

	/**
	 * Return the website.
	 * @return the identifier of the website
	 */
	public String websiteId() {
		return this.credentials.websiteId();
	}

	/**
	 * Return the plugin that the token belongs to.
	 * @return the identifier of the plugin
	 */
	public String pluginId() {
		return this.credentials.pluginId();
	}

	/**
	 * Return the signing secret of the plugin webhook.
	 * @return the secret
	 */
	public String webhookSecret() {
		return this.credentials.webhookSecret();
	}

	/**
	 * Return the key that the website webhook has in its URL.
	 * @return the key
	 */
	public String webhookKey() {
		return this.credentials.webhookKey();
	}

	/**
	 * Add an account, or replace the one with the same name. Each event is delivered to
	 * every account that has a realtime connection or a webhook.
	 * @param account the account
	 */
	public void account(EmbeddedAccount account) {
		this.accounts.put(account);
	}

	/**
	 * Set where webhooks are delivered to. Events wait until there is a URL.
	 * @param url the URL of the application's endpoint, {@code null} while it does not
	 * listen
	 */
	public void webhookUrl(@Nullable URI url) {
		webhookUrl(url, List.of());
	}

	/**
	 * Set where webhooks are delivered to, and whom to trust there. Events wait until
	 * there is a URL.
	 * @param url the URL of the application's endpoint, {@code null} while it does not
	 * listen
	 * @param certificates the certificates of the application's server if the URL uses
	 * {@code https}; no other certificate is trusted, and any name in them is accepted
	 */
	public void webhookUrl(@Nullable URI url, List<X509Certificate> certificates) {
		this.webhooks.target(url, certificates);
		this.journal.publish(new Journal.Change("webhook", String.valueOf(url)));
	}

	@Nullable URI webhookUrl() {
		return this.webhooks.target();
	}

	/**
	 * Set the listeners of the application, which the console shows with the events that
	 * they select.
	 * @param listeners the names of the listeners by event
	 */
	public void listeners(Map<String, List<String>> listeners) {
		this.listeners = Map.copyOf(listeners);
		this.journal.publish(new Journal.Change("listeners", this.listeners));
	}

	/**
	 * Record that a listener of the application is called, which the console shows with
	 * the delivery of the event.
	 * @param listener the name of the listener
	 * @param event the name of the event
	 * @param payload the payload of the event as JSON, as it was received
	 */
	public void called(String listener, String event, String payload) {
		// A delivery over the realtime connection is recorded when it has been sent
		synchronized (this.platform) {
			this.journal.called(listener, event, payload);
		}
	}

	Map<String, List<String>> listeners() {
		return this.listeners;
	}

	/**
	 * Return the transport of events.
	 * @return the transport
	 */
	public Transport transport() {
		return this.transport;
	}

	/**
	 * Set the transport of the following events.
	 * @param transport the transport
	 */
	public void transport(Transport transport) {
		this.transport = transport;
		this.journal.publish(new Journal.Change("transport", transport));
	}

	/**
	 * Set which of Crisp's webhooks delivers the following events.
	 * @param kind the kind of webhook
	 */
	public void webhookKind(WebhookKind kind) {
		this.webhooks.kind(kind);
	}

	/**
	 * Return whether the application has a realtime connection.
	 * @return whether it is connected and authenticated
	 */
	public boolean isRtmConnected() {
		return this.rtm.isConnected();
	}

	/**
	 * Wait until the application has a realtime connection.
	 * @throws IllegalStateException if it has none within {@value #AWAIT_SECONDS} seconds
	 */
	public void awaitRtmConnected() {
		await("The realtime connection", () -> isRtmConnected() ? Boolean.TRUE : null);
	}

	/**
	 * Open a conversation, as a visitor.
	 * @param nickname the name that operators see
	 * @return the visitor
	 */
	public EmbeddedVisitor visitor(String nickname) {
		String sessionId = this.platform.act((conversations) -> {
			String opened = conversations.open(nickname);
			conversations.emit("session:request:initiated", opened, Json.object());
			return opened;
		});
		return new EmbeddedVisitor(conversation(sessionId));
	}

	/**
	 * Return a conversation.
	 * @param sessionId the session identifier
	 * @return the conversation
	 */
	public EmbeddedConversation conversation(String sessionId) {
		return new EmbeddedConversation(this, this.platform, sessionId);
	}

	/**
	 * Return all conversations.
	 * @return the conversations, the oldest first
	 */
	public List<EmbeddedConversation> conversations() {
		return this.platform.act((conversations) -> conversations.all()
			.stream()
			.map((conversation) -> conversation(Json.text(conversation, "session_id")))
			.toList());
	}

	/**
	 * Return the operators of the website that exist from the start.
	 * @return the operators
	 */
	public List<EmbeddedOperator> operators() {
		return EmbeddedOperator.ALL;
	}

	/**
	 * Return the names of all events.
	 * @return the names
	 */
	public Set<String> events() {
		return Set.copyOf(this.platform.catalog().names());
	}

	/**
	 * Return an example of the payload of an event.
	 * @param event the name of the event
	 * @return the payload as JSON
	 * @throws IllegalArgumentException if Crisp has no such event
	 */
	public String example(String event) {
		return this.platform.example(event, lastSessionId()).toPrettyString();
	}

	/**
	 * Raise an event with the payload of its example.
	 * @param event the name of the event
	 * @return the delivery
	 * @throws IllegalArgumentException if Crisp has no such event
	 */
	public EmbeddedDelivery trigger(String event) {
		return trigger(event, example(event));
	}

	/**
	 * Raise an event.
	 * @param event the name of the event
	 * @param payload the payload as JSON
	 * @return the delivery
	 * @throws IllegalArgumentException if Crisp has no such event, or if the payload is
	 * no JSON object
	 */
	public EmbeddedDelivery trigger(String event, String payload) {
		this.platform.example(event, null);
		ObjectNode data = parse(payload);
		synchronized (this.platform) {
			this.platform.raise(event, data);
			List<EmbeddedDelivery> deliveries = deliveries();
			return deliveries.get(deliveries.size() - 1);
		}
	}

	private static ObjectNode parse(String payload) {
		try {
			if (Json.MAPPER.readTree(payload) instanceof ObjectNode data) {
				return data;
			}
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The payload is malformed: " + ex.getOriginalMessage(), ex);
		}
		throw new IllegalArgumentException("The payload must be a JSON object");
	}

	private @Nullable String lastSessionId() {
		List<EmbeddedConversation> conversations = conversations();
		return conversations.isEmpty() ? null : conversations.get(conversations.size() - 1).sessionId();
	}

	/**
	 * Deliver an event once more.
	 * @param deliveryId the number of its delivery
	 * @return the new delivery
	 * @throws IllegalArgumentException if there is no such delivery
	 */
	public EmbeddedDelivery resend(long deliveryId) {
		EmbeddedDelivery delivery = this.journal.delivery(deliveryId);
		if (delivery == null) {
			throw new IllegalArgumentException("Delivery %d does not exist".formatted(deliveryId));
		}
		ObjectNode envelope = (ObjectNode) Json.MAPPER.readTree(delivery.body());
		synchronized (this.platform) {
			send(delivery.account(), new Event(0, delivery.event(), Json.text(envelope, "website_id"),
					(ObjectNode) envelope.path("data"), envelope.path("timestamp").asLong()));
			List<EmbeddedDelivery> deliveries = deliveries();
			return deliveries.get(deliveries.size() - 1);
		}
	}

	/**
	 * Return the faults.
	 * @return the faults, which can be changed
	 */
	public EmbeddedFaults faults() {
		return this.faults;
	}

	/**
	 * Return the deliveries of events.
	 * @return the last {@value Journal#LIMIT} deliveries, the oldest first
	 */
	public List<EmbeddedDelivery> deliveries() {
		return this.journal.deliveries();
	}

	/**
	 * Wait for a delivery.
	 * @param condition the condition that the delivery must meet
	 * @return the first delivery that meets it
	 * @throws IllegalStateException if there is none within {@value #AWAIT_SECONDS}
	 * seconds
	 */
	public EmbeddedDelivery awaitDelivery(Predicate<EmbeddedDelivery> condition) {
		return await("The delivery", () -> deliveries().stream().filter(condition).findFirst().orElse(null));
	}

	/**
	 * Return the REST calls.
	 * @return the last {@value Journal#LIMIT} calls, the oldest first
	 */
	public List<EmbeddedCall> calls() {
		return this.journal.calls();
	}

	/**
	 * Wait for a REST call.
	 * @param condition the condition that the call must meet
	 * @return the first call that meets it
	 * @throws IllegalStateException if there is none within {@value #AWAIT_SECONDS}
	 * seconds
	 */
	public EmbeddedCall awaitCall(Predicate<EmbeddedCall> condition) {
		return await("The call", () -> calls().stream().filter(condition).findFirst().orElse(null));
	}

	/**
	 * Let a visitor write what a visitor wrote in a transcript, waiting for as many
	 * replies in between as there were.
	 * @param transcript the transcript
	 * @return the new conversation, whose replies may differ from those of the transcript
	 * @throws IllegalStateException if a reply does not come within
	 * {@value #AWAIT_SECONDS} seconds
	 */
	public EmbeddedConversation replay(EmbeddedTranscript transcript) {
		EmbeddedVisitor visitor = visitor(transcript.nickname());
		transcript.entries().forEach((entry) -> {
			if (entry.from().equals(Messages.VISITOR)) {
				visitor.writes(entry.text());
			}
			else {
				visitor.conversation().awaitReply();
			}
		});
		return visitor.conversation();
	}

	/**
	 * Forget all conversations and other state, deliveries, calls and faults. Connections
	 * stay, and so do the transport and the credentials.
	 */
	public void reset() {
		this.faults.reset();
		synchronized (this.platform) {
			this.webhooks.clear();
			this.platform.reset();
			this.storage.clear();
			this.returnedReplies.clear();
			this.journal.clear();
		}
	}

	/**
	 * Stop the server and release its ports and threads.
	 */
	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		this.journal.close();
		this.rest.close();
		closeTransports();
	}

	private void closeTransports() {
		this.rtm.close();
		this.webhooks.close();
		this.timer.dispose();
	}

	EmbeddedMessage awaitReply(EmbeddedConversation conversation, Duration limit) {
		return this.journal.await(limit, "The reply", () -> nextReply(conversation));
	}

	private @Nullable EmbeddedMessage nextReply(EmbeddedConversation conversation) {
		synchronized (this.platform) {
			List<EmbeddedMessage> messages = conversation.messages();
			long after = this.returnedReplies.getOrDefault(conversation.sessionId(), 0L);
			for (EmbeddedMessage message : messages) {
				if (message.from().equals(Messages.VISITOR)) {
					after = Math.max(after, message.timestamp().toEpochMilli());
				}
			}
			for (EmbeddedMessage message : messages) {
				if (message.from().equals(Messages.OPERATOR) && message.isVisibleToVisitor()
						&& message.timestamp().toEpochMilli() > after) {
					this.returnedReplies.put(conversation.sessionId(), message.timestamp().toEpochMilli());
					return message;
				}
			}
			return null;
		}
	}

	private <T> T await(String what, Supplier<@Nullable T> condition) {
		return this.journal.await(Duration.ofSeconds(AWAIT_SECONDS), what, condition);
	}

	Journal journal() {
		return this.journal;
	}

	private void faultsChanged() {
		this.journal.publish(new Journal.Change("faults", this.faults.pending()));
	}

	private void deliver(Event event) {
		send(event);
		if (this.faults.nextIsDuplicated()) {
			send(event);
		}
	}

	private void send(Event event) {
		this.accounts.further().forEach((account) -> sendToFurther(account, event));
		send(EmbeddedAccount.DEFAULT, event);
	}

	private void sendToFurther(EmbeddedAccount account, Event event) {
		if (this.transport == Transport.RTM) {
			if (this.rtm.send(account.name(), event.name(), Json.MAPPER.writeValueAsBytes(event.data()))) {
				this.journal.add(account.name(), event, Transport.RTM, EmbeddedDelivery.State.DELIVERED);
			}
		}
		else if (account.receives(this.webhooks.kind())) {
			send(account.name(), event);
		}
	}

	private void send(String account, Event event) {
		Transport transport = this.transport;
		if (transport == Transport.RTM) {
			boolean sent = this.rtm.send(account, event.name(), Json.MAPPER.writeValueAsBytes(event.data()));
			this.journal.add(account, event, transport,
					sent ? EmbeddedDelivery.State.DELIVERED : EmbeddedDelivery.State.MISSED);
		}
		else if (this.platform.catalog().isSentBy(event.name(), this.webhooks.kind())) {
			this.webhooks.deliver(this.journal.add(account, event, transport, EmbeddedDelivery.State.PENDING));
		}
		else {
			this.journal.add(account, event, transport, EmbeddedDelivery.State.NOT_SENT);
		}
	}

	/**
	 * Describes the server without its credentials.
	 */
	@Override
	public String toString() {
		return "EmbeddedCrisp[" + url() + ", " + this.transport + "]";
	}

	/**
	 * Transport of events.
	 */
	public enum Transport {

		/**
		 * Each event is posted to the application.
		 */
		WEBHOOK,

		/**
		 * Events are sent over the realtime connection of the application.
		 */
		RTM

	}

	/**
	 * Kind of webhook.
	 */
	public enum WebhookKind {

		/**
		 * The webhook of a plugin, which is signed.
		 */
		PLUGIN,

		/**
		 * The webhook of a website, which has a key in its URL and delivers fewer events.
		 */
		WEBSITE

	}

	/**
	 * Builder of an {@link EmbeddedCrisp}.
	 */
	public static final class Builder {

		private int port;

		private Transport transport = Transport.WEBHOOK;

		private Duration redeliveryDelay = Duration.ofMillis(500);

		private String websiteId = UUID.randomUUID().toString();

		private Builder() {
		}

		/**
		 * Set the port of the REST API and the console.
		 * @param port the port, 0 for any free one
		 * @return this
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Set the transport of events.
		 * @param transport the transport
		 * @return this
		 */
		public Builder transport(Transport transport) {
			this.transport = transport;
			return this;
		}

		/**
		 * Set the delay before the second attempt to deliver a webhook, which is doubled
		 * before each further one.
		 * @param redeliveryDelay the delay
		 * @return this
		 */
		public Builder redeliveryDelay(Duration redeliveryDelay) {
			this.redeliveryDelay = redeliveryDelay;
			return this;
		}

		/**
		 * Set the website. By default, it has a random identifier.
		 * @param websiteId the identifier of the website, a UUID
		 * @return this
		 * @throws IllegalArgumentException if the identifier is not a UUID
		 */
		public Builder websiteId(String websiteId) {
			this.websiteId = UUID.fromString(websiteId).toString();
			return this;
		}

		/**
		 * Start the server.
		 * @return the running server
		 */
		public EmbeddedCrisp start() {
			return new EmbeddedCrisp(this);
		}

	}

}
