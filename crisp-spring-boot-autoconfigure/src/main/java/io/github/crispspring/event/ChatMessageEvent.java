package io.github.crispspring.event;

import java.time.Instant;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Base interface of the events reporting that a visitor or the operator side sent a
 * message.
 */
public sealed interface ChatMessageEvent extends MessageEvent permits MessageSend, MessageReceived {

	/**
	 * Return the type of the content.
	 * @return the type, such as {@code text}, or {@code null} if unknown
	 */
	@Nullable String type();

	/**
	 * Return the side that sent the message.
	 * @return the side, or {@code null} if unknown
	 */
	@Nullable Sender from();

	/**
	 * Return the content.
	 * @return the content, or {@code null} for none
	 */
	@Nullable MessageContent content();

	/**
	 * Return the text of the content.
	 * @return the text, or {@code null} for none
	 * @see MessageContent#text()
	 */
	default @Nullable String text() {
		MessageContent content = content();
		return (content != null) ? content.text() : null;
	}

	/**
	 * Return the number that identifies the message in the conversation.
	 * @return the fingerprint
	 */
	long fingerprint();

	/**
	 * Return the time of sending.
	 * @return the time, or {@code null} if unknown
	 */
	@Nullable Instant timestamp();

	/**
	 * Return the author.
	 * @return the author, or {@code null} if unknown
	 */
	@Nullable MessageUser user();

	/**
	 * Return whether a program sent the message.
	 * @return whether the message is automated
	 */
	boolean automated();

}
