package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.model.ConversationParticipant;
import io.github.crispspring.message.MessageUser;
import org.jspecify.annotations.Nullable;

/**
 * Who is to take part in a conversation besides the visitor.
 *
 * @param participants the participants
 * @param user who is shown to have changed it
 * @param origin where it was changed, such as the URN of an integration
 */
public record ConversationParticipantsSave(List<ConversationParticipant> participants, @Nullable MessageUser user,
		@Nullable String origin) {

	/**
	 * Replace the participants.
	 * @param participants the participants
	 * @return what to send
	 */
	public static ConversationParticipantsSave of(List<ConversationParticipant> participants) {
		return new ConversationParticipantsSave(participants, null, null);
	}

}
