package io.github.crispspring.message;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Deserializer for content whose type is not yet known. It reads a text as such and
 * retains other JSON until {@link MessageContent#of} determines its kind.
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
