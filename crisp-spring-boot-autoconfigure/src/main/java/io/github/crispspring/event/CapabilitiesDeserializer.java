package io.github.crispspring.event;

import java.util.Collections;
import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Deserializer for capabilities, which Crisp sends as a list or as an object with a list
 * of the same name.
 */
final class CapabilitiesDeserializer extends ValueDeserializer<List<String>> {

	@Override
	public List<String> deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.hasToken(JsonToken.START_OBJECT)) {
			return context.readValue(parser, Holder.class).capabilities();
		}
		JavaType type = context.getTypeFactory().constructCollectionType(List.class, String.class);
		List<String> capabilities = context.readValue(parser, type);
		return Collections.unmodifiableList(capabilities);
	}

	@Override
	public Object getEmptyValue(DeserializationContext context) {
		return List.of();
	}

	/**
	 * Object that contains the list.
	 */
	record Holder(List<String> capabilities) {

	}

}
