package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a call.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param callId the identifier of the call
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CallRequestInitiated(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String callId) implements CallEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "call:request:initiated";

}
