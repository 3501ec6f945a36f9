package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The time zone of the visitor became known.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param timezone the time zone
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncTimezone(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Timezone timezone) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:sync:timezone";

	/**
	 * A time zone.
	 *
	 * @param offset the difference to UTC in minutes, as a browser gives it
	 */
	public record Timezone(@Nullable Integer offset) {

	}

}
