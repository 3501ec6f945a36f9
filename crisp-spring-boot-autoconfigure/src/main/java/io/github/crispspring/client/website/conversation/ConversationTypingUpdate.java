package io.github.crispspring.client.website.conversation;

import io.github.crispspring.message.ComposeType;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Change of the typing indicator.
 *
 * @param type whether typing starts or stops
 * @param from the side
 * @param excerpt the text typed so far
 * @param stealth whether to hide the indicator from the other side
 * @param automated whether a program does it
 */
public record ConversationTypingUpdate(ComposeType type, Sender from, @Nullable String excerpt,
		@Nullable Boolean stealth, @Nullable Boolean automated) {

	/**
	 * Create a change that shows the typing indicator to the visitor.
	 * @return the instance
	 */
	public static ConversationTypingUpdate start() {
		return new ConversationTypingUpdate(ComposeType.START, Sender.OPERATOR, null, null, null);
	}

	/**
	 * Create a change that hides the typing indicator from the visitor.
	 * @return the instance
	 */
	public static ConversationTypingUpdate stop() {
		return new ConversationTypingUpdate(ComposeType.STOP, Sender.OPERATOR, null, null, null);
	}

	@Override
	public String toString() {
		return "ConversationTypingUpdate[type=" + this.type + ", from=" + this.from + "]";
	}

}
