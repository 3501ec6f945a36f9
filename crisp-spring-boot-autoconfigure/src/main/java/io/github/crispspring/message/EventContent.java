package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Something that happened in the conversation, shown between its messages, such as a
 * change of its state.
 *
 * @param namespace what happened, such as {@code state:resolved}
 * @param text the text shown
 * @param extraFields the fields without a readable component, if any
 */
@JsonDeserialize
public record EventContent(@Nullable String namespace, @Nullable String text,
		@Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param namespace what happened, such as {@code state:resolved}
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
