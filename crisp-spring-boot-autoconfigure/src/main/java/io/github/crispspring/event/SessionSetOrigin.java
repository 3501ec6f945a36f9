package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the origin of a conversation was set.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param origin the origin: {@code chat}, {@code email} or the URN of an integration
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetOrigin(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String origin) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_origin";

}
