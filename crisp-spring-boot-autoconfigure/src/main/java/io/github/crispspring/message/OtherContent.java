package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * Content of an unknown kind, or content that does not match its kind. It contains the
 * JSON as received.
 *
 * @param json the content as Crisp sent it
 */
public record OtherContent(@JsonValue JsonNode json) implements MessageContent {

	@Override
	public String type() {
		return "other";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
