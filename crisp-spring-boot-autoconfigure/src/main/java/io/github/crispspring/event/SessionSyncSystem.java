package io.github.crispspring.event;

import io.github.crispspring.model.SystemInfo;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting the system and browser of the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param system the system and the browser
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncSystem(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable SystemInfo system) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:system";

}
