package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * Content of a kind that this version does not know, or that does not look as its kind
 * should. Nothing of it is lost.
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
