package io.github.crispspring.sample.crisp;

/**
 * What the operators' desk is told.
 */
public sealed interface DeskChange {

	/**
	 * A conversation is new, or something about it changed.
	 *
	 * @param conversation the conversation as it is now
	 */
	record ConversationChanged(DeskConversation conversation) implements DeskChange {
	}

	/**
	 * A conversation is gone.
	 *
	 * @param sessionId its session id
	 */
	record ConversationRemoved(String sessionId) implements DeskChange {
	}

	/**
	 * A message is new, was edited or was read.
	 *
	 * @param sessionId the session id of its conversation
	 * @param message the message as it is now
	 */
	record MessageChanged(String sessionId, ChatMessage message) implements DeskChange {
	}

}
