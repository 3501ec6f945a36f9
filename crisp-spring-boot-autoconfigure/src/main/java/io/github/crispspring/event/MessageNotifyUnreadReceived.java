package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The visitor was reminded of unread messages of the website's side.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageNotifyUnreadReceived(String websiteId, String sessionId,
		@Nullable String inboxId) implements MessageNotifyEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "message:notify:unread:received";

}
