package io.github.crispspring.sample.crisp;

import java.time.Instant;
import java.util.List;

/**
 * A message as the visitor sees it.
 *
 * @param fingerprint the message's fingerprint, as text: a browser's numbers end at 53
 * bits
 * @param fromVisitor whether the visitor wrote it
 * @param nickname who wrote it
 * @param type the message's type, such as {@code text} or {@code picker}
 * @param text what it says
 * @param choices the choices of a picker, else empty
 * @param timestamp when it was sent
 */
public record ChatMessage(String fingerprint, boolean fromVisitor, String nickname, String type, String text,
		List<Choice> choices, Instant timestamp) {

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
