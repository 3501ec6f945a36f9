package io.github.crispspring.event;

import io.github.crispspring.json.CrispJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Serializer that writes an event in the format of a webhook, independent of the settings
 * of the mapper.
 */
final class CrispEventSerializer extends StdSerializer<CrispEvent> {

	CrispEventSerializer() {
		super(CrispEvent.class);
	}

	@Override
	public void serialize(CrispEvent event, JsonGenerator generator, SerializationContext context) {
		generator.writeStartObject(event);
		writeProperties(event, generator);
		generator.writeEndObject();
	}

	@Override
	public void serializeWithType(CrispEvent event, JsonGenerator generator, SerializationContext context,
			TypeSerializer types) {
		WritableTypeId type = types.writeTypePrefix(generator, context, types.typeId(event, JsonToken.START_OBJECT));
		writeProperties(event, generator);
		types.writeTypeSuffix(generator, context, type);
	}

	private void writeProperties(CrispEvent event, JsonGenerator generator) {
		if (event.websiteId() != null) {
			generator.writeStringProperty("website_id", event.websiteId());
		}
		generator.writeStringProperty("event", event.name());
		generator.writeName("data");
		if (event instanceof UnknownEvent unknown) {
			CrispJson.mapper().writeValue(generator, unknown.data());
			if (unknown.problem() != null) {
				generator.writeStringProperty("problem", unknown.problem());
			}
		}
		else {
			CrispJson.copyWriter().writeValue(generator, event);
		}
	}

}
