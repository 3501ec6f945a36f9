package io.github.crispspring.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a visitor was blocked or unblocked.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param blocked whether the visitor is blocked
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetBlock(String websiteId, String sessionId, @Nullable String inboxId,
		@JsonProperty("is_blocked") boolean blocked) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_block";

}
