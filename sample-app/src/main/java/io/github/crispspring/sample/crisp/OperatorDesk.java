package io.github.crispspring.sample.crisp;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

/**
 * Actions of the operators of the embedded Crisp. Bots receive the same events as from
 * the real Crisp.
 */
public final class OperatorDesk {

	private final CrispWebsite website;

	OperatorDesk(CrispWebsite website) {
		this.website = website;
	}

	/**
	 * Return the operators of the website.
	 * @return the operators
	 */
	public List<DeskOperator> operators() {
		return DeskOperator.ALL;
	}

	/**
	 * Return all messages of a conversation, including notes.
	 * @param sessionId the session identifier
	 * @return the messages, in the order in which they were sent
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public List<ChatMessage> messages(String sessionId) {
		return this.website.allMessages(sessionId);
	}

	/**
	 * Return the conversations, followed by every change, until this server is closed.
	 * @return the changes
	 */
	public Flux<DeskChange> changes() {
		return this.website.deskChanges();
	}

	/**
	 * Write a message to the visitor.
	 * @param operator the author
	 * @param sessionId the session identifier
	 * @param text the text
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void write(DeskOperator operator, String sessionId, String text) {
		send(operator, sessionId, "text", text);
	}

	/**
	 * Write a note, which the visitor does not see.
	 * @param operator the author
	 * @param sessionId the session identifier
	 * @param text the text
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void note(DeskOperator operator, String sessionId, String text) {
		send(operator, sessionId, "note", text);
	}

	private void send(DeskOperator operator, String sessionId, String type, String text) {
		ObjectNode message = Envelope.object()
			.put("type", type)
			.put("from", Messages.OPERATOR)
			.put("origin", "chat")
			.put("content", text);
		message.set("user", operator.toUser());
		this.website.send(sessionId, message);
	}

	/**
	 * Change the state of a conversation.
	 * @param sessionId the session identifier
	 * @param state {@code pending}, {@code unresolved} or {@code resolved}
	 * @throws IllegalArgumentException if the conversation or the state does not exist
	 */
	public void state(String sessionId, String state) {
		this.website.changeState(sessionId, Envelope.object().put("state", state));
	}

	/**
	 * Assign a conversation.
	 * @param sessionId the session identifier
	 * @param operatorId the identifier of the operator, or {@code null} to unassign the
	 * conversation
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void assign(String sessionId, @Nullable String operatorId) {
		ObjectNode routing = Envelope.object().putNull("assigned");
		if (operatorId != null) {
			routing.putObject("assigned").put("user_id", operatorId);
		}
		this.website.changeRouting(sessionId, routing);
	}

	/**
	 * Set whether an operator is typing.
	 * @param operator the operator
	 * @param sessionId the session identifier
	 * @param typing whether the operator is typing
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void type(DeskOperator operator, String sessionId, boolean typing) {
		ObjectNode compose = Envelope.object().put("type", typing ? "start" : "stop").put("from", Messages.OPERATOR);
		compose.set("user", operator.toUser());
		this.website.compose(sessionId, compose);
	}

	/**
	 * Mark all messages of the visitor as read.
	 * @param sessionId the session identifier
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	public void read(String sessionId) {
		this.website.acknowledge(sessionId, Envelope.object().put("from", Messages.OPERATOR), "read");
	}

}
