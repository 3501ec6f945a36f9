package io.github.crispspring.sample.crisp;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/**
 * In-memory server with the parts of Crisp's REST API, RTM API and webhooks that a bot
 * requires, for one website and one plugin token. It listens on local ports. This class
 * acts as the visitors, {@link OperatorDesk} as the operators.
 */
public final class EmbeddedCrisp implements AutoCloseable {

	private final Credentials credentials = Credentials.random();

	private final Scheduler timer = Schedulers.newSingle("embedded-crisp-timer", true);

	private final CrispWebsite website = new CrispWebsite(Clock.systemUTC(), this::emit);

	private final EventDelivery delivery = new EventDelivery(this.credentials, this.timer);

	private final RestServer rest = new RestServer(this.credentials, this.website, this.delivery.rtmUrl());

	private final OperatorDesk desk = new OperatorDesk(this.website);

	private boolean closed;

	private EmbeddedCrisp() {
	}

	/**
	 * Start an embedded Crisp with generated credentials on free ports.
	 * @return the running server
	 */
	public static EmbeddedCrisp start() {
		return new EmbeddedCrisp();
	}

	/**
	 * Return the URL of the REST API.
	 * @return the base URL, without {@code /v1} and without a slash at the end
	 */
	public URI baseUrl() {
		return this.rest.url();
	}

	/**
	 * Return the URL of the RTM API, which the REST API also returns.
	 * @return the URL, including the path
	 */
	public URI rtmUrl() {
		return this.delivery.rtmUrl();
	}

	/**
	 * Return the identifier of the accepted token.
	 * @return the identifier
	 */
	public String identifier() {
		return this.credentials.identifier();
	}

	/**
	 * Return the key of the accepted token.
	 * @return the key
	 */
	public String key() {
		return this.credentials.key();
	}

	/**
	 * Return the identifier of the website.
	 * @return the identifier
	 */
	public String websiteId() {
		return this.website.id();
	}

	/**
	 * Return the secret with which webhooks are signed.
	 * @return the secret
	 */
	public String hookSecret() {
		return this.credentials.hookSecret();
	}

	/**
	 * Return the actions of operators.
	 * @return the desk
	 */
	public OperatorDesk desk() {
		return this.desk;
	}

	/**
	 * Return the delivery of events.
	 * @return the delivery
	 */
	public EventDelivery delivery() {
		return this.delivery;
	}

	/**
	 * Enable webhooks.
	 * @param url the URL to which events are posted
	 */
	public void hookUrl(URI url) {
		this.delivery.hookUrl(url);
	}

	/**
	 * Open a conversation as a visitor.
	 * @param nickname the name of the visitor
	 * @return the session identifier
	 */
	public String openConversation(String nickname) {
		String sessionId = this.website.open(nickname);
		this.website.visit(sessionId);
		return sessionId;
	}

	/**
	 * Write a message as a visitor.
	 * @param sessionId the session identifier
	 * @param text the text
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void visitorWrites(String sessionId, String text) {
		ObjectNode message = Envelope.object()
			.put("type", "text")
			.put("from", Messages.VISITOR)
			.put("origin", "chat")
			.put("content", text);
		this.website.send(sessionId, message);
	}

	/**
	 * Choose from a picker as a visitor.
	 * @param sessionId the session identifier
	 * @param fingerprint the fingerprint of the picker
	 * @param value the value of the choice
	 * @throws IllegalArgumentException if the conversation, the picker or the choice does
	 * not exist
	 */
	public void visitorChooses(String sessionId, long fingerprint, String value) {
		this.website.choose(sessionId, fingerprint, value);
	}

	/**
	 * Set whether the visitor is typing.
	 * @param sessionId the session identifier
	 * @param typing whether the visitor is typing
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void visitorTypes(String sessionId, boolean typing) {
		this.website.compose(sessionId,
				Envelope.object().put("type", typing ? "start" : "stop").put("from", Messages.VISITOR));
	}

	/**
	 * Mark all messages of operators as read.
	 * @param sessionId the session identifier
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void visitorReads(String sessionId) {
		this.website.acknowledge(sessionId, Envelope.object().put("from", Messages.VISITOR), "read");
	}

	/**
	 * Return the messages that the visitor sees.
	 * @param sessionId the session identifier
	 * @return the messages, in the order in which they were sent
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public List<ChatMessage> transcript(String sessionId) {
		return this.website.transcript(sessionId);
	}

	/**
	 * Return the current state of a conversation, followed by every change, until the
	 * conversation is removed or this server is closed.
	 * @param sessionId the session identifier
	 * @return the changes
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public Flux<ConversationChange> changes(String sessionId) {
		return this.website.changes(sessionId);
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
		this.website.close();
		this.rest.close();
		this.delivery.close();
		this.timer.dispose();
	}

	private void emit(PlatformEvent event) {
		this.delivery.emit(event);
	}

}
