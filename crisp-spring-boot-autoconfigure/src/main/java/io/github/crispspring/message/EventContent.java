package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Event shown between the messages of a conversation, such as a change of its state.
 *
 * @param namespace the name of the event, such as {@code state:resolved}
 * @param text the text shown
 * @param extraFields the other fields, or {@code null} for none
 */
@JsonDeserialize
public record EventContent(@Nullable String namespace, @Nullable String text,
		@Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param namespace the name of the event, such as {@code state:resolved}
	 * @param text the text shown
	 */
	public EventContent(@Nullable String namespace, @Nullable String text) {
		this(namespace, text, null);
	}

	@Override
	public String type() {
		return "event";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
