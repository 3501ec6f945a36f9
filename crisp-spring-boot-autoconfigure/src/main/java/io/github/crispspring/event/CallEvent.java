package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code call:*} events.
 */
public sealed interface CallEvent extends ConversationEvent permits CallRequestInitiated, CallRequestRejected {

	/**
	 * Return the identifier of the call.
	 * @return the identifier, or {@code null} if unknown
	 */
	@Nullable String callId();

}
