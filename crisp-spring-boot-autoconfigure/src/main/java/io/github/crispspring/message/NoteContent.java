package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A private note, which operators see and the visitor does not.
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
