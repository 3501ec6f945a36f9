package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What the visitor's device can do became known.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param capabilities what it can do, such as {@code browsing}
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncCapabilities(String websiteId, String sessionId, @Nullable String inboxId,
		@JsonDeserialize(using = CapabilitiesDeserializer.class) List<String> capabilities) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:sync:capabilities";

}
