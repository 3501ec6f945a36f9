package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a conversation besides the visitor.
 *
 * @param type how the participant is reached, such as {@code email}
 * @param target where the participant is reached, such as the address
 * @param extraFields the fields without a readable component, if any
 */
public record ConversationParticipant(@Nullable String type, @Nullable String target,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param type how the participant is reached, such as {@code email}
	 * @param target where the participant is reached, such as the address
	 */
	public ConversationParticipant(@Nullable String type, @Nullable String target) {
		this(type, target, null);
	}

}
