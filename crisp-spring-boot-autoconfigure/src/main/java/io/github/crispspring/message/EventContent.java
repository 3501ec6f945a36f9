package io.github.crispspring.message;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Something that happened in the conversation, shown between its messages, such as a
 * change of its state.
 *
 * @param namespace what happened, such as {@code state:resolved}
 * @param text the text shown
 */
@JsonDeserialize
public record EventContent(@Nullable String namespace, @Nullable String text) implements MessageContent {

	@Override
	public String type() {
		return "event";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
