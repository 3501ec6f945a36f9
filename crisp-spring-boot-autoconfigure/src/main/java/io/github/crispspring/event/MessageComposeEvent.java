package io.github.crispspring.event;

import java.time.Instant;

import io.github.crispspring.message.ComposeType;
import org.jspecify.annotations.Nullable;

/**
 * Somebody starts or stops typing: all {@code message:compose:*} events.
 */
public sealed interface MessageComposeEvent extends MessageEvent permits MessageComposeReceive, MessageComposeSend {

	/**
	 * Return whether typing starts or stops.
	 * @return what is done, or {@code null} if it is not said
	 */
	@Nullable ComposeType type();

	/**
	 * Return what is typed so far.
	 * @return the text, or {@code null} if it is not told
	 */
	@Nullable String excerpt();

	/**
	 * Return when it was.
	 * @return the time, or {@code null} if it is not said
	 */
	@Nullable Instant timestamp();

}
