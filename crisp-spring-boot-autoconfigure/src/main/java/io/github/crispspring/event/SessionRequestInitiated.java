package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A session was requested for a visitor. That is not yet a chat: a chat starts with the
 * first {@link MessageSend}.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionRequestInitiated(String websiteId, String sessionId,
		@Nullable String inboxId) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:request:initiated";

}
