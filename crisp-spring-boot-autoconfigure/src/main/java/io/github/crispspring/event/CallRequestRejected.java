package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the request for a call was rejected.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param callId the identifier of the call
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CallRequestRejected(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String callId) implements CallEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "call:request:rejected";

}
