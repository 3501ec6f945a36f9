package io.github.crispspring.sample.crisp;

/**
 * What a visitor's page is told while it shows a conversation.
 */
public sealed interface ConversationChange {

	/**
	 * A message is new, or was edited.
	 *
	 * @param message the message as it is now
	 */
	record MessageChanged(ChatMessage message) implements ConversationChange {
	}

	/**
	 * The operator, or the bot in their place, started or stopped typing.
	 *
	 * @param typing whether they type
	 */
	record OperatorTyping(boolean typing) implements ConversationChange {
	}

	/**
	 * The conversation's state changed.
	 *
	 * @param state {@code pending}, {@code unresolved} or {@code resolved}
	 */
	record StateChanged(String state) implements ConversationChange {
	}

}
