package io.github.crispspring.event;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting the estimated location of the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param geolocation the estimated location of the visitor
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncGeolocation(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable GeolocationInfo geolocation) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:geolocation";

}
