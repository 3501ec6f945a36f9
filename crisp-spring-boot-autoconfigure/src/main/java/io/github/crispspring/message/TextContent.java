package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Text, which may use Markdown.
 *
 * @param text the text
 */
public record TextContent(@JsonValue String text) implements MessageContent {

	@Override
	public String type() {
		return "text";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
