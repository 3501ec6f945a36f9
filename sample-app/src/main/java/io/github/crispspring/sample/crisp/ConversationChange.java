package io.github.crispspring.sample.crisp;

/**
 * Change of a conversation that the visitor's page shows.
 */
public sealed interface ConversationChange {

	/**
	 * A message was added or edited.
	 *
	 * @param message the message as it is now
	 */
	record MessageChanged(ChatMessage message) implements ConversationChange {
	}

	/**
	 * The operator or the bot started or stopped typing.
	 *
	 * @param typing whether one of them is typing
	 */
	record OperatorTyping(boolean typing) implements ConversationChange {
	}

	/**
	 * The state of the conversation changed.
	 *
	 * @param state {@code pending}, {@code unresolved} or {@code resolved}
	 */
	record StateChanged(String state) implements ConversationChange {
	}

}
