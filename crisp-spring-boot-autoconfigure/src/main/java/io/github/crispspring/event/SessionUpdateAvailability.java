package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the visitor went online or offline.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param availability whether the visitor is online
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionUpdateAvailability(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Availability availability) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:update_availability";

}
