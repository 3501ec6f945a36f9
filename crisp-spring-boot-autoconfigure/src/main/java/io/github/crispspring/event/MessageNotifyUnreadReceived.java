package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the visitor was reminded of unread messages of the operator side.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageNotifyUnreadReceived(String websiteId, String sessionId,
		@Nullable String inboxId) implements MessageNotifyEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "message:notify:unread:received";

}
