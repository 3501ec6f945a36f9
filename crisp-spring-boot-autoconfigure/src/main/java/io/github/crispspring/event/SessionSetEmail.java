package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the email address of a visitor changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param email the email address
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetEmail(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String email) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_email";

}
