package io.github.crispspring.ai;

import io.github.crispspring.message.AnimationContent;
import io.github.crispspring.message.AudioContent;
import io.github.crispspring.message.FieldContent;
import io.github.crispspring.message.FileContent;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Texts of messages as a model reads them. Content without a text is described in
 * brackets.
 */
final class MessageTexts {

	private MessageTexts() {
	}

	/**
	 * Return the text of a content.
	 * @return the text, or {@code null} for none
	 */
	static @Nullable String of(@Nullable MessageContent content) {
		String text = read(content);
		return StringUtils.hasText(text) ? text : null;
	}

	private static @Nullable String read(@Nullable MessageContent content) {
		if (content instanceof FileContent file) {
			return "[File: " + file.name() + "]";
		}
		if (content instanceof AudioContent) {
			return "[Voice message]";
		}
		if (content instanceof AnimationContent) {
			return "[Animation]";
		}
		if (content instanceof PickerContent picker) {
			return join(picker.text(), picker.selected().map(PickerContent.Choice::label).orElse(null));
		}
		if (content instanceof FieldContent field) {
			return join(field.text(), field.value());
		}
		return (content != null) ? content.text() : null;
	}

	private static @Nullable String join(@Nullable String question, @Nullable String answer) {
		return StringUtils.hasText(answer) ? question + " [Answer: " + answer + "]" : question;
	}

}
