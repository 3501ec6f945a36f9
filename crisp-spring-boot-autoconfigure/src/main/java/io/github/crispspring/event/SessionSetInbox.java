package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a conversation was moved to another inbox.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the new inbox, or {@code null} for the main inbox
 * @param previousInboxId the identifier of the previous inbox, or {@code null} for the
 * main inbox
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetInbox(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String previousInboxId) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_inbox";

}
