package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Private note that only operators can see.
 *
 * @param text the text
 */
public record NoteContent(@JsonValue String text) implements MessageContent {

	@Override
	public String type() {
		return "note";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
