package io.github.crispspring.message;

import java.util.List;
import java.util.Optional;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A choice for the visitor. The answer comes as an update of the message, in which the
 * chosen one is {@linkplain #selected() selected}.
 *
 * @param id the identifier by which the answer is recognised
 * @param text the question
 * @param choices what can be chosen
 * @param required whether the visitor has to choose before writing on
 * @param extraFields the fields without a readable component, if any
 */
@JsonDeserialize
public record PickerContent(@Nullable String id, @Nullable String text, List<Choice> choices,
		@Nullable Boolean required, @Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param id the identifier by which the answer is recognised
	 * @param text the question
	 * @param choices what can be chosen
	 * @param required whether the visitor has to choose before writing on
	 */
	public PickerContent(@Nullable String id, @Nullable String text, List<Choice> choices, @Nullable Boolean required) {
		this(id, text, choices, required, null);
	}

	@Override
	public String type() {
		return "picker";
	}

	/**
	 * Return what the visitor chose.
	 * @return the first selected choice, empty while there is none
	 */
	public Optional<Choice> selected() {
		return this.choices.stream().filter((choice) -> Boolean.TRUE.equals(choice.selected())).findFirst();
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

	/**
	 * One of the things that can be chosen.
	 *
	 * @param value the value by which it is recognised
	 * @param icon an emoji shown before it
	 * @param label the text shown
	 * @param selected whether it is chosen
	 * @param action what the chat box does when it is chosen, if more than answering
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Choice(@Nullable String value, @Nullable String icon, @Nullable String label,
			@Nullable Boolean selected, @Nullable Action action, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param value the value by which it is recognised
		 * @param icon an emoji shown before it
		 * @param label the text shown
		 * @param selected whether it is chosen
		 * @param action what the chat box does when it is chosen, if more than answering
		 */
		public Choice(@Nullable String value, @Nullable String icon, @Nullable String label, @Nullable Boolean selected,
				@Nullable Action action) {
			this(value, icon, label, selected, action, null);
		}

		/**
		 * Create a choice that is not yet made.
		 * @param value the value by which it is recognised
		 * @param label the text to show
		 * @return the choice
		 */
		public static Choice of(String value, String label) {
			return new Choice(value, null, label, false, null);
		}

	}

	/**
	 * What the chat box does when a choice is made.
	 *
	 * @param type the kind of action, such as {@code link} or {@code frame}
	 * @param target where it leads
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Action(@Nullable String type, @Nullable String target, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param type the kind of action, such as {@code link} or {@code frame}
		 * @param target where it leads
		 */
		public Action(@Nullable String type, @Nullable String target) {
			this(type, target, null);
		}

	}

}
