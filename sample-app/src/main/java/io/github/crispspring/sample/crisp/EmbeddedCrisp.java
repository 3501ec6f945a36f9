package io.github.crispspring.sample.crisp;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small Crisp in memory, on ports of this machine: one website, one plugin token, the
 * REST and RTM APIs and the web hooks that a bot needs. A bot reaches it over the wire as
 * it would the real one; the visitor's side is the methods here, the operators' is the
 * {@link OperatorDesk}.
 */
public final class EmbeddedCrisp implements AutoCloseable {

	private final Credentials credentials = Credentials.random();

	private final Scheduler timer = Schedulers.newSingle("embedded-crisp-timer", true);

	private final CrispWebsite website = new CrispWebsite(Clock.systemUTC(), this::emit);

	private final EventDelivery delivery = new EventDelivery(this.credentials, this.timer);

	private final CrispRest rest = new CrispRest(this.credentials, this.website, this.delivery.rtmUrl());

	private final OperatorDesk desk = new OperatorDesk(this.website);

	private boolean closed;

	private EmbeddedCrisp() {
	}

	/**
	 * Starts an embedded Crisp with credentials of its own, on free ports.
	 * @return the running platform
	 */
	public static EmbeddedCrisp start() {
		return new EmbeddedCrisp();
	}

	/**
	 * Returns where the REST API is.
	 * @return the base URL, without {@code /v1} and without a slash at the end
	 */
	public URI baseUrl() {
		return this.rest.url();
	}

	/**
	 * Returns where the RTM API is, as the REST API tells it.
	 * @return the URL, with Socket.IO's path
	 */
	public URI rtmUrl() {
		return this.delivery.rtmUrl();
	}

	/**
	 * Returns the identifier of the token that is let in.
	 * @return the identifier
	 */
	public String identifier() {
		return this.credentials.identifier();
	}

	/**
	 * Returns the key of the token that is let in.
	 * @return the key
	 */
	public String key() {
		return this.credentials.key();
	}

	/**
	 * Returns the website that the token belongs to.
	 * @return the website's id
	 */
	public String websiteId() {
		return this.website.id();
	}

	/**
	 * Returns the secret that web hooks are signed with.
	 * @return the secret
	 */
	public String hookSecret() {
		return this.credentials.hookSecret();
	}

	/**
	 * Returns the operators' side.
	 * @return the desk
	 */
	public OperatorDesk desk() {
		return this.desk;
	}

	/**
	 * Returns how events leave.
	 * @return the delivery
	 */
	public EventDelivery delivery() {
		return this.delivery;
	}

	/**
	 * Turns web hooks on.
	 * @param url where events are posted to from now on
	 */
	public void hookUrl(URI url) {
		this.delivery.hookUrl(url);
	}

	/**
	 * Opens a conversation, as a visitor who opens the chat box.
	 * @param nickname what operators see as the visitor's name
	 * @return the session id
	 */
	public String openConversation(String nickname) {
		String sessionId = this.website.open(nickname);
		this.website.visit(sessionId);
		return sessionId;
	}

	/**
	 * Writes a message, as a visitor.
	 * @param sessionId the session id
	 * @param text what the visitor says
	 * @throws IllegalArgumentException if there is no such conversation
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
	 * Chooses from a picker, as a visitor.
	 * @param sessionId the session id
	 * @param fingerprint the picker's fingerprint
	 * @param value the value of the choice
	 * @throws IllegalArgumentException if there is no such conversation, picker or choice
	 */
	public void visitorChooses(String sessionId, long fingerprint, String value) {
		this.website.choose(sessionId, fingerprint, value);
	}

	/**
	 * Shows the operators that the visitor types, or no longer does.
	 * @param sessionId the session id
	 * @param typing whether the visitor types
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public void visitorTypes(String sessionId, boolean typing) {
		this.website.compose(sessionId,
				Envelope.object().put("type", typing ? "start" : "stop").put("from", Messages.VISITOR));
	}

	/**
	 * Marks all that operators wrote as read, as a visitor who looks at it.
	 * @param sessionId the session id
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public void visitorReads(String sessionId) {
		this.website.acknowledge(sessionId, Envelope.object().put("from", Messages.VISITOR), "read");
	}

	/**
	 * Returns the messages that the visitor sees.
	 * @param sessionId the session id
	 * @return the messages, in the order they were sent
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public List<ChatMessage> transcript(String sessionId) {
		return this.website.transcript(sessionId);
	}

	/**
	 * Returns what the visitor's page shows: the conversation so far, then every change,
	 * until the conversation is removed or this platform is closed.
	 * @param sessionId the session id
	 * @return the changes
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public Flux<ConversationChange> changes(String sessionId) {
		return this.website.changes(sessionId);
	}

	/**
	 * Stops it all, and lets its ports and threads go.
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
