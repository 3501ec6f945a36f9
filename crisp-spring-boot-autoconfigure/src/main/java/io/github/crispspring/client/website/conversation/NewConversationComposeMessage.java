package io.github.crispspring.client.website.conversation;

import io.github.crispspring.message.ComposeType;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Who starts or stops typing.
 *
 * @param type whether typing starts or stops
 * @param from on which side
 * @param excerpt what is typed so far
 * @param stealth whether the other side is not to see it
 * @param automated whether a program does it
 */
public record NewConversationComposeMessage(ComposeType type, Sender from, @Nullable String excerpt,
		@Nullable Boolean stealth, @Nullable Boolean automated) {

	/**
	 * Show the visitor that the website's side is typing.
	 * @return what to send
	 */
	public static NewConversationComposeMessage start() {
		return new NewConversationComposeMessage(ComposeType.START, Sender.OPERATOR, null, null, null);
	}

	/**
	 * Show the visitor that the website's side is no longer typing.
	 * @return what to send
	 */
	public static NewConversationComposeMessage stop() {
		return new NewConversationComposeMessage(ComposeType.STOP, Sender.OPERATOR, null, null, null);
	}

	@Override
	public String toString() {
		return "NewConversationComposeMessage[type=" + this.type + ", from=" + this.from + "]";
	}

}
