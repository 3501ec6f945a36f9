package io.github.crispspring.sample.crisp;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operators' side of the embedded Crisp: what they see in their application, and what
 * they do in it. Bots hear of it by the same events as from the real one.
 */
public final class OperatorDesk {

	private final CrispWebsite website;

	OperatorDesk(CrispWebsite website) {
		this.website = website;
	}

	/**
	 * Returns who may sit at the desk.
	 * @return the operators of the website
	 */
	public List<DeskOperator> operators() {
		return DeskOperator.ALL;
	}

	/**
	 * Returns all messages of a conversation, notes included.
	 * @param sessionId the session id
	 * @return the messages, in the order they were sent
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public List<ChatMessage> messages(String sessionId) {
		return this.website.allMessages(sessionId);
	}

	/**
	 * Returns the conversations, then every change, until this platform is closed.
	 * @return the changes
	 */
	public Flux<DeskChange> changes() {
		return this.website.deskChanges();
	}

	/**
	 * Writes to the visitor.
	 * @param operator who writes
	 * @param sessionId the session id
	 * @param text what the operator says
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public void write(DeskOperator operator, String sessionId, String text) {
		send(operator, sessionId, "text", text);
	}

	/**
	 * Leaves a note that the visitor does not see.
	 * @param operator who writes
	 * @param sessionId the session id
	 * @param text what the note says
	 * @throws IllegalArgumentException if there is no such conversation
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
	 * Changes the state of a conversation.
	 * @param sessionId the session id
	 * @param state {@code pending}, {@code unresolved} or {@code resolved}
	 * @throws IllegalArgumentException if there is no such conversation or state
	 */
	public void state(String sessionId, String state) {
		this.website.changeState(sessionId, Envelope.object().put("state", state));
	}

	/**
	 * Assigns a conversation.
	 * @param sessionId the session id
	 * @param operatorId the id of the operator, {@code null} for nobody
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public void assign(String sessionId, @Nullable String operatorId) {
		ObjectNode routing = Envelope.object().putNull("assigned");
		if (operatorId != null) {
			routing.putObject("assigned").put("user_id", operatorId);
		}
		this.website.changeRouting(sessionId, routing);
	}

	/**
	 * Shows the visitor that an operator types, or no longer does.
	 * @param operator who types
	 * @param sessionId the session id
	 * @param typing whether the operator types
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public void type(DeskOperator operator, String sessionId, boolean typing) {
		ObjectNode compose = Envelope.object().put("type", typing ? "start" : "stop").put("from", Messages.OPERATOR);
		compose.set("user", operator.toUser());
		this.website.compose(sessionId, compose);
	}

	/**
	 * Marks all that the visitor wrote as read.
	 * @param sessionId the session id
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	public void read(String sessionId) {
		this.website.acknowledge(sessionId, Envelope.object().put("from", Messages.OPERATOR), "read");
	}

}
