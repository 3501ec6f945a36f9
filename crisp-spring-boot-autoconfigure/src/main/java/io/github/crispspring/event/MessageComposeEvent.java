package io.github.crispspring.event;

import java.time.Instant;

import io.github.crispspring.message.ComposeType;
import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code message:compose:*} events, which report that a person
 * starts or stops typing.
 */
public sealed interface MessageComposeEvent extends MessageEvent permits MessageComposeReceive, MessageComposeSend {

	/**
	 * Return whether typing starts or stops.
	 * @return the state of the indicator, or {@code null} if unknown
	 */
	@Nullable ComposeType type();

	/**
	 * Return the text typed so far.
	 * @return the text, or {@code null} if unknown
	 */
	@Nullable String excerpt();

	/**
	 * Return the time.
	 * @return the time, or {@code null} if unknown
	 */
	@Nullable Instant timestamp();

}
