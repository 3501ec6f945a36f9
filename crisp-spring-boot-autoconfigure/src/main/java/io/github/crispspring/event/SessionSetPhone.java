package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the phone number of a visitor changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param phone the phone number
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetPhone(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String phone) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_phone";

}
