package io.github.crispspring.sample.crisp;

import java.time.Instant;
import java.util.List;

/**
 * A message as a page shows it.
 *
 * @param fingerprint the message's fingerprint, as text: a browser's numbers end at 53
 * bits
 * @param fromVisitor whether the visitor wrote it
 * @param automated whether a program wrote it
 * @param nickname who wrote it
 * @param type the message's type, such as {@code text} or {@code picker}
 * @param text what it says
 * @param choices the choices of a picker, else empty
 * @param read whether the other side has read it
 * @param timestamp when it was sent
 */
public record ChatMessage(String fingerprint, boolean fromVisitor, boolean automated, String nickname, String type,
		String text, List<Choice> choices, boolean read, Instant timestamp) {

	/**
	 * One choice of a picker.
	 *
	 * @param value what the bot gets
	 * @param label what the visitor reads
	 * @param selected whether the visitor chose it
	 */
	public record Choice(String value, String label, boolean selected) {
	}

}
