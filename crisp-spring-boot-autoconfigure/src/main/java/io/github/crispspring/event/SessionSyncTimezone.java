package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting the time zone of the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param timezone the time zone
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncTimezone(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Timezone timezone) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:timezone";

	/**
	 * A time zone.
	 *
	 * @param offset the difference to UTC in minutes, as reported by a browser
	 */
	public record Timezone(@Nullable Integer offset) {

	}

}
