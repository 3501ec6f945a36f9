package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a session was requested for a visitor. A chat starts only with the
 * first {@link MessageSend}.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionRequestInitiated(String websiteId, String sessionId,
		@Nullable String inboxId) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:request:initiated";

}
