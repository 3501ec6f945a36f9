package io.github.crispspring.event;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Deserializer for the JSON written by {@link CrispEventSerializer}, independent of the
 * settings of the mapper.
 */
final class CrispEventDeserializer extends StdDeserializer<CrispEvent> {

	CrispEventDeserializer(Class<?> type) {
		super(type);
	}

	@Override
	public CrispEvent deserialize(JsonParser parser, DeserializationContext context) {
		// A buffer of the context would apply the mapper's settings for decimals
		TokenBuffer buffer = TokenBuffer.forGeneration();
		buffer.copyCurrentStructure(parser);
		JsonNode json = CrispJson.mapper().readTree(buffer);
		String name = json.path("event").asStringOpt().orElse(null);
		if (name == null) {
			return context.reportInputMismatch(this, "Not an event: field 'event' with its name is missing");
		}
		CrispEvent event = read(name, json, context);
		if (!handledType().isInstance(event)) {
			return noSuchEvent(name, context);
		}
		return event;
	}

	private CrispEvent noSuchEvent(String name, DeserializationContext context) {
		return context.reportInputMismatch(this, "Event '%s' is not a %s", name, handledType().getSimpleName());
	}

	private CrispEvent read(String name, JsonNode json, DeserializationContext context) {
		String problem = json.path("problem").asStringOpt().orElse(null);
		Class<? extends CrispEvent> type = EventTypes.typeOf(name);
		if (type == null || problem != null || handledType() == UnknownEvent.class) {
			return new UnknownEvent(name, json.path("website_id").asStringOpt().orElse(null), json.path("data"),
					problem);
		}
		if (!handledType().isAssignableFrom(type)) {
			return noSuchEvent(name, context);
		}
		CrispEvent event = data(json.path("data"), type);
		// The cause may contain texts of a conversation
		return (event != null) ? event
				: context.reportInputMismatch(this, "Data of event '%s' does not have the expected format", name);
	}

	private @Nullable CrispEvent data(JsonNode data, Class<? extends CrispEvent> type) {
		try {
			CrispEvent event = CrispJson.read(data, type);
			return (EventTypes.missing(event) == null) ? event : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
