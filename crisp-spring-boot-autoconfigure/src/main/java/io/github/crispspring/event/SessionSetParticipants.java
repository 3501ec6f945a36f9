package io.github.crispspring.event;

import java.util.List;

import io.github.crispspring.model.ConversationParticipant;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a conversation besides the visitor changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param participants all who take part
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetParticipants(String websiteId, String sessionId, @Nullable String inboxId,
		List<ConversationParticipant> participants) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:set_participants";

}
