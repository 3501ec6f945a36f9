package io.github.crispspring.event;

import java.util.List;

import io.github.crispspring.model.CustomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting custom events of the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param events the events
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncEvents(String websiteId, String sessionId, @Nullable String inboxId,
		List<CustomEvent> events) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:events";

}
