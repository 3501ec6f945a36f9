package io.github.crispspring.event;

import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads capabilities, which are a list or an object that holds it under the same name:
 * Crisp's own types do not agree.
 */
final class CapabilitiesDeserializer extends ValueDeserializer<List<String>> {

	@Override
	public List<String> deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.hasToken(JsonToken.START_OBJECT)) {
			return context.readValue(parser, Holder.class).capabilities();
		}
		JavaType list = context.getTypeFactory().constructCollectionType(List.class, String.class);
		return context.readValue(parser, list);
	}

	@Override
	public Object getEmptyValue(DeserializationContext context) {
		return List.of();
	}

	/**
	 * The object that holds the list.
	 */
	record Holder(List<String> capabilities) {

	}

}
