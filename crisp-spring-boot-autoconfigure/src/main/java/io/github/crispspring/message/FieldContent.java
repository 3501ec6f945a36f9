package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A question that the visitor answers in a text field. The answer comes as an update of
 * the message, with a value.
 *
 * @param id the identifier by which the answer is recognised
 * @param text the question
 * @param explain a hint shown in the empty field
 * @param value the answer
 * @param required whether the visitor has to answer before writing on
 * @param extraFields the fields without a readable component, if any
 */
@JsonDeserialize
public record FieldContent(@Nullable String id, @Nullable String text, @Nullable String explain, @Nullable String value,
		@Nullable Boolean required, @Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param id the identifier by which the answer is recognised
	 * @param text the question
	 * @param explain a hint shown in the empty field
	 * @param value the answer
	 * @param required whether the visitor has to answer before writing on
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
