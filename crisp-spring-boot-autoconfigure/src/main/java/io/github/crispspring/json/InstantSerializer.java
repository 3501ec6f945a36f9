package io.github.crispspring.json;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Serializer for times in epoch milliseconds or, if the component has the shape of a
 * text, in ISO 8601 with milliseconds.
 */
final class InstantSerializer extends StdSerializer<Instant> {

	private final boolean asText;

	InstantSerializer() {
		this(false);
	}

	private InstantSerializer(boolean asText) {
		super(Instant.class);
		this.asText = asText;
	}

	@Override
	public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
		JsonFormat.Value format = findFormatOverrides(context, property, Instant.class);
		return new InstantSerializer(format.getShape() == JsonFormat.Shape.STRING);
	}

	@Override
	public void serialize(Instant time, JsonGenerator generator, SerializationContext context) {
		if (this.asText) {
			generator.writeString(CrispJson.text(time));
		}
		else {
			generator.writeNumber(time.toEpochMilli());
		}
	}

}
