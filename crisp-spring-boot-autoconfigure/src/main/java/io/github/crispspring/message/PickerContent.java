package io.github.crispspring.message;

import java.util.List;
import java.util.Optional;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Choice for the visitor. The event for the update of the message contains the answer as
 * the {@linkplain #selected() selected} choice.
 *
 * @param id the identifier, which the answer repeats
 * @param text the question
 * @param choices the choices
 * @param required whether the visitor must choose before sending further messages
 * @param extraFields the other fields, or {@code null} for none
 */
@JsonDeserialize
public record PickerContent(@Nullable String id, @Nullable String text, List<Choice> choices,
		@Nullable Boolean required, @Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param id the identifier, which the answer repeats
	 * @param text the question
	 * @param choices the choices
	 * @param required whether the visitor must choose before sending further messages
	 */
	public PickerContent(@Nullable String id, @Nullable String text, List<Choice> choices, @Nullable Boolean required) {
		this(id, text, choices, required, null);
	}

	@Override
	public String type() {
		return "picker";
	}

	/**
	 * Return the choice of the visitor.
	 * @return the selected choice, or an empty {@code Optional} for none
	 */
	public Optional<Choice> selected() {
		return this.choices.stream().filter((choice) -> Boolean.TRUE.equals(choice.selected())).findFirst();
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

	/**
	 * Choice of a picker.
	 *
	 * @param value the value, which the answer repeats
	 * @param icon the emoji shown before the label
	 * @param label the text shown
	 * @param selected whether it is chosen
	 * @param action the action of the chat box in addition to the answer, or {@code null}
	 * for none
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Choice(@Nullable String value, @Nullable String icon, @Nullable String label,
			@Nullable Boolean selected, @Nullable Action action, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param value the value, which the answer repeats
		 * @param icon the emoji shown before the label
		 * @param label the text shown
		 * @param selected whether it is chosen
		 * @param action the action of the chat box in addition to the answer, or
		 * {@code null} for none
		 */
		public Choice(@Nullable String value, @Nullable String icon, @Nullable String label, @Nullable Boolean selected,
				@Nullable Action action) {
			this(value, icon, label, selected, action, null);
		}

		/**
		 * Create a choice that is not selected.
		 * @param value the value, which the answer repeats
		 * @param label the text to show
		 * @return the choice
		 */
		public static Choice of(String value, String label) {
			return new Choice(value, null, label, false, null);
		}

	}

	/**
	 * Action of the chat box when a choice is selected.
	 *
	 * @param type the type of the action, such as {@code link} or {@code frame}
	 * @param target the target
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Action(@Nullable String type, @Nullable String target, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param type the type of the action, such as {@code link} or {@code frame}
		 * @param target the target
		 */
		public Action(@Nullable String type, @Nullable String target) {
			this(type, target, null);
		}

	}

}
