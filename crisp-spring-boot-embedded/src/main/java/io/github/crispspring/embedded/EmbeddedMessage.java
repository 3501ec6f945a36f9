package io.github.crispspring.embedded;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Message in a conversation of an embedded Crisp.
 *
 * @param fingerprint the fingerprint
 * @param from {@code user} for the visitor, {@code operator} for an operator or the
 * application
 * @param type the type, such as {@code text}, {@code note} or {@code picker}
 * @param text the text that a person reads, empty if there is none
 * @param choices the choices of a picker, none for other types
 * @param nickname the name of the author
 * @param automated whether it was sent as automated
 * @param read whether the other side has read it
 * @param timestamp the time at which it was sent
 * @param content the content as JSON
 */
public record EmbeddedMessage(long fingerprint, String from, String type, String text, List<Choice> choices,
		String nickname, boolean automated, boolean read, Instant timestamp, String content) {

	/**
	 * Copy the choices.
	 */
	public EmbeddedMessage {
		choices = List.copyOf(choices);
	}

	static EmbeddedMessage of(JsonNode stored) {
		JsonNode content = stored.path("content");
		List<Choice> choices = content.path("choices")
			.valueStream()
			.map((choice) -> new Choice(Json.text(choice, "value"), Json.text(choice, "label"),
					choice.path("selected").asBoolean(false)))
			.toList();
		return new EmbeddedMessage(stored.path("fingerprint").asLong(), Json.text(stored, "from"),
				Json.text(stored, "type"), Messages.excerpt(content), choices,
				Json.text(stored.path("user"), "nickname"), stored.path("automated").asBoolean(false),
				!Json.text(stored, "read").isEmpty(), Instant.ofEpochMilli(stored.path("timestamp").asLong()),
				content.toString());
	}

	/**
	 * Return whether visitors see the message.
	 * @return whether it is neither a note nor an event
	 */
	public boolean isVisibleToVisitor() {
		return !this.type.equals("note") && !this.type.equals("event");
	}

	/**
	 * Describes the message without its text.
	 */
	@Override
	public String toString() {
		return "EmbeddedMessage[fingerprint=" + this.fingerprint + ", from=" + this.from + ", type=" + this.type
				+ ", timestamp=" + this.timestamp + "]";
	}

	/**
	 * Choice of a picker.
	 *
	 * @param value the value that identifies it
	 * @param label the label that visitors see
	 * @param selected whether the visitor has chosen it
	 */
	public record Choice(@Nullable String value, @Nullable String label, boolean selected) {

	}

}
