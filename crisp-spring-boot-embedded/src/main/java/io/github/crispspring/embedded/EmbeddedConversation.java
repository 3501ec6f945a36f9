package io.github.crispspring.embedded;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversation of an embedded Crisp, as operators see it.
 */
public final class EmbeddedConversation {

	private final EmbeddedCrisp crisp;

	private final Platform platform;

	private final String sessionId;

	EmbeddedConversation(EmbeddedCrisp crisp, Platform platform, String sessionId) {
		this.crisp = crisp;
		this.platform = platform;
		this.sessionId = sessionId;
	}

	/**
	 * Return the identifier of the conversation.
	 * @return the session identifier
	 */
	public String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return all messages, notes included.
	 * @return the messages, in the order in which they were sent
	 */
	public List<EmbeddedMessage> messages() {
		return this.platform.act((conversations) -> {
			conversations.require(this.sessionId);
			return conversations.messagesOf(this.sessionId).stream().map(EmbeddedMessage::of).toList();
		});
	}

	/**
	 * Return the state.
	 * @return {@code pending}, {@code unresolved} or {@code resolved}
	 */
	public String state() {
		return Json.text(json(), "state");
	}

	/**
	 * Return the operator to whom the conversation is assigned.
	 * @return the identifier of the operator, or {@code null} if there is none
	 */
	public @Nullable String assigned() {
		return json().path("assigned").path("user_id").stringValue(null);
	}

	/**
	 * Return the conversation as the REST API does.
	 */
	ObjectNode json() {
		return this.platform.act((conversations) -> conversations.view(conversations.require(this.sessionId)));
	}

	/**
	 * Wait for the next message to the visitor: the first one after the message that the
	 * visitor wrote last, or after the one that was returned last, whichever is later.
	 * @return the message
	 * @throws IllegalStateException if there is none within the time limit, which is
	 * {@value EmbeddedCrisp#AWAIT_SECONDS} seconds
	 */
	public EmbeddedMessage awaitReply() {
		return awaitReply(Duration.ofSeconds(EmbeddedCrisp.AWAIT_SECONDS));
	}

	/**
	 * Wait for the next message to the visitor.
	 * @param limit the maximum time to wait
	 * @return the message
	 * @throws IllegalStateException if there is none within the time limit
	 */
	public EmbeddedMessage awaitReply(Duration limit) {
		return this.crisp.awaitReply(this, limit);
	}

	/**
	 * Write a message to the visitor, as an operator.
	 * @param operator the operator
	 * @param text the text
	 * @return this
	 */
	public EmbeddedConversation write(EmbeddedOperator operator, String text) {
		return send(operator, "text", text);
	}

	/**
	 * Leave a note that the visitor does not see, as an operator.
	 * @param operator the operator
	 * @param text the text
	 * @return this
	 */
	public EmbeddedConversation note(EmbeddedOperator operator, String text) {
		return send(operator, "note", text);
	}

	private EmbeddedConversation send(EmbeddedOperator operator, String type, String text) {
		ObjectNode message = Json.object()
			.put("type", type)
			.put("from", Messages.OPERATOR)
			.put("origin", "chat")
			.put("content", text);
		message.set("user", operator.toUser());
		this.platform.act((conversations) -> conversations.write(this.sessionId, message));
		return this;
	}

	/**
	 * Change the state, as an operator.
	 * @param state {@code pending}, {@code unresolved} or {@code resolved}
	 * @return this
	 */
	public EmbeddedConversation state(String state) {
		return change((conversations) -> conversations.state(this.sessionId, state));
	}

	/**
	 * Assign the conversation, as an operator.
	 * @param operator the operator, {@code null} for none
	 * @return this
	 */
	public EmbeddedConversation assign(@Nullable EmbeddedOperator operator) {
		return change(
				(conversations) -> conversations.assign(this.sessionId, (operator != null) ? operator.userId() : null));
	}

	/**
	 * Show the visitor whether an operator is typing.
	 * @param operator the operator
	 * @param typing whether the operator is typing
	 * @return this
	 */
	public EmbeddedConversation type(EmbeddedOperator operator, boolean typing) {
		ObjectNode compose = Json.object().put("type", typing ? "start" : "stop").put("from", Messages.OPERATOR);
		compose.set("user", operator.toUser());
		return change((conversations) -> conversations.compose(this.sessionId, compose));
	}

	/**
	 * Return whether the visitor sees that an operator or the application is typing.
	 * @return whether the other side of the visitor is typing
	 */
	public boolean isOperatorTyping() {
		return json().path("compose").path("operator").has("type");
	}

	/**
	 * Mark all messages of the visitor as read, as an operator.
	 * @return this
	 */
	public EmbeddedConversation read() {
		return change((conversations) -> conversations.acknowledge(this.sessionId,
				Json.object().put("from", Messages.OPERATOR), "read"));
	}

	/**
	 * Return what has been said, to be replayed later.
	 * @return the transcript
	 */
	public EmbeddedTranscript transcript() {
		List<EmbeddedTranscript.Entry> entries = messages().stream()
			.filter(EmbeddedMessage::isVisibleToVisitor)
			.map((message) -> new EmbeddedTranscript.Entry(message.from(), message.text()))
			.toList();
		return new EmbeddedTranscript(Json.text(json().path("meta"), "nickname"), entries);
	}

	EmbeddedConversation change(Consumer<Conversations> change) {
		this.platform.act((conversations) -> {
			change.accept(conversations);
			return this;
		});
		return this;
	}

}
