package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Something about a call with a visitor: all {@code call:*} events.
 */
public sealed interface CallEvent extends ConversationEvent permits CallRequestInitiated, CallRequestRejected {

	/**
	 * Return the call it is about.
	 * @return the identifier, or {@code null} if it is not said
	 */
	@Nullable String callId();

}
