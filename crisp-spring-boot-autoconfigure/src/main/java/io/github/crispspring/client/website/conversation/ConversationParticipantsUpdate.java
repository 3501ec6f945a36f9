package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.message.MessageUser;
import io.github.crispspring.model.ConversationParticipant;
import org.jspecify.annotations.Nullable;

/**
 * Change of the participants of a conversation.
 *
 * @param participants the participants
 * @param user the user shown as the author of the change
 * @param origin the origin of the change, such as the URN of an integration
 */
public record ConversationParticipantsUpdate(List<ConversationParticipant> participants, @Nullable MessageUser user,
		@Nullable String origin) {

	/**
	 * Create a change that replaces the participants.
	 * @param participants the participants
	 * @return the instance
	 */
	public static ConversationParticipantsUpdate of(List<ConversationParticipant> participants) {
		return new ConversationParticipantsUpdate(participants, null, null);
	}

}
