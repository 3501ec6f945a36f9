package io.github.crispspring.event;

import io.github.crispspring.model.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the state of a conversation changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param state the new state
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetState(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable ConversationState state) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_state";

}
