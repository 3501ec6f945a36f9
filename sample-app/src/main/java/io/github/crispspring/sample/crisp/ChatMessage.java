package io.github.crispspring.sample.crisp;

import java.time.Instant;
import java.util.List;

/**
 * Message as the page shows it.
 *
 * @param fingerprint the fingerprint of the message as text, because it may exceed the
 * range of exact integers in JavaScript
 * @param fromVisitor whether the visitor wrote it
 * @param automated whether a program wrote it
 * @param nickname the name of the author
 * @param type the message's type, such as {@code text} or {@code picker}
 * @param text the text
 * @param choices the choices of a picker, empty for other types
 * @param read whether the recipient has read it
 * @param timestamp the time at which it was sent
 */
public record ChatMessage(String fingerprint, boolean fromVisitor, boolean automated, String nickname, String type,
		String text, List<Choice> choices, boolean read, Instant timestamp) {

	/**
	 * Choice of a picker.
	 *
	 * @param value the value that the bot receives
	 * @param label the label that the visitor sees
	 * @param selected whether the visitor chose it
	 */
	public record Choice(String value, String label, boolean selected) {
	}

}
