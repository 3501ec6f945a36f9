package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Question that the visitor answers in a text field. The event for the update of the
 * message contains the answer as its value.
 *
 * @param id the identifier, which the answer repeats
 * @param text the question
 * @param explain a hint shown in the empty field
 * @param value the answer
 * @param required whether the visitor must answer before sending further messages
 * @param extraFields the other fields, or {@code null} for none
 */
@JsonDeserialize
public record FieldContent(@Nullable String id, @Nullable String text, @Nullable String explain, @Nullable String value,
		@Nullable Boolean required, @Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param id the identifier, which the answer repeats
	 * @param text the question
	 * @param explain a hint shown in the empty field
	 * @param value the answer
	 * @param required whether the visitor must answer before sending further messages
	 */
	public FieldContent(@Nullable String id, @Nullable String text, @Nullable String explain, @Nullable String value,
			@Nullable Boolean required) {
		this(id, text, explain, value, required, null);
	}

	@Override
	public String type() {
		return "field";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
