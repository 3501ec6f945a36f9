package io.github.crispspring.event;

import java.util.List;

import io.github.crispspring.model.ConversationParticipant;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the participants of a conversation other than the visitor changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param participants the participants
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetParticipants(String websiteId, String sessionId, @Nullable String inboxId,
		List<ConversationParticipant> participants) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_participants";

}
