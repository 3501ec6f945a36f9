package io.github.crispspring.event;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Somebody sent a message, whoever it was.
 */
public sealed interface ChatMessageEvent extends MessageEvent permits MessageSend, MessageReceived {

	/**
	 * Return the kind of its content.
	 * @return the type, such as {@code text}, or {@code null} if it is not said
	 */
	@Nullable String type();

	/**
	 * Return which side sent it.
	 * @return the side, or {@code null} if it is not said
	 */
	@Nullable Sender from();

	/**
	 * Return what it says.
	 * @return the content, or {@code null} if there is none
	 */
	@Nullable MessageContent content();

	/**
	 * Return the text of its content.
	 * @return the text, or {@code null} if it has none
	 * @see MessageContent#text()
	 */
	default @Nullable String text() {
		MessageContent content = content();
		return (content != null) ? content.text() : null;
	}

	/**
	 * Return the number by which it is known within the conversation.
	 * @return the fingerprint
	 */
	long fingerprint();

	/**
	 * Return its author.
	 * @return the author, or {@code null} if it is not said
	 */
	@Nullable MessageUser user();

	/**
	 * Return whether a program sent it.
	 * @return whether it is automated
	 */
	boolean automated();

}
