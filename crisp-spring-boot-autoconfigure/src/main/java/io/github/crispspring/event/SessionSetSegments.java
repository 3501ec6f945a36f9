package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the segments of a conversation changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param segments the segments
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetSegments(String websiteId, String sessionId, @Nullable String inboxId,
		List<String> segments) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_segments";

}
