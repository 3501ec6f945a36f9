package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A conversation was moved to another inbox.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in now, absent for the main one
 * @param previousInboxId the identifier of the inbox it was in, absent for the main one
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetInbox(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String previousInboxId) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:set_inbox";

}
