package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * An operator opened a conversation.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param operator the operator
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetOpened(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable EventOperator operator) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:set_opened";

}
