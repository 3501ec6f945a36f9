package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Event reporting the capabilities of the visitor's device.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param capabilities the capabilities, such as {@code browsing}
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncCapabilities(String websiteId, String sessionId, @Nullable String inboxId,
		@JsonDeserialize(using = CapabilitiesDeserializer.class) List<String> capabilities) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:capabilities";

}
