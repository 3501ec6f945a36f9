package io.github.crispspring.sample.crisp;

/**
 * Change that the operators' part of the page shows.
 */
public sealed interface DeskChange {

	/**
	 * A conversation was added or changed.
	 *
	 * @param conversation the conversation as it is now
	 */
	record ConversationChanged(DeskConversation conversation) implements DeskChange {
	}

	/**
	 * A conversation was removed.
	 *
	 * @param sessionId its session identifier
	 */
	record ConversationRemoved(String sessionId) implements DeskChange {
	}

	/**
	 * A message was added, edited or read.
	 *
	 * @param sessionId the session identifier of its conversation
	 * @param message the message as it is now
	 */
	record MessageChanged(String sessionId, ChatMessage message) implements DeskChange {
	}

}
