package io.github.crispspring.message;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads content without its type, which may stand after it or not at all: a text at once,
 * everything else as it is until {@link MessageContent#of} finds its kind.
 */
final class MessageContentDeserializer extends ValueDeserializer<MessageContent> {

	@Override
	public MessageContent deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.hasToken(JsonToken.VALUE_STRING)) {
			return new TextContent(parser.getString());
		}
		return new OtherContent(context.readTree(parser));
	}

}
