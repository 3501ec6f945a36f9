package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Participant of a conversation other than the visitor.
 *
 * @param type the channel to the participant, such as {@code email}
 * @param target the address of the participant
 * @param extraFields the other fields, or {@code null} for none
 */
public record ConversationParticipant(@Nullable String type, @Nullable String target,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param type the channel to the participant, such as {@code email}
	 * @param target the address of the participant
	 */
	public ConversationParticipant(@Nullable String type, @Nullable String target) {
		this(type, target, null);
	}

}
