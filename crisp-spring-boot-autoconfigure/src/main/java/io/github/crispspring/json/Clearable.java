package io.github.crispspring.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Marks a text that a change can clear. As everywhere, {@code null} is left out, so that
 * the text stays as it is; an empty text is sent as {@code null}, which clears it.
 */
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@JacksonAnnotationsInside
@JsonSerialize(using = Clearable.Serializer.class)
public @interface Clearable {

	/**
	 * Writes an empty text as {@code null}.
	 */
	final class Serializer extends StdSerializer<String> {

		Serializer() {
			super(String.class);
		}

		@Override
		public void serialize(String text, JsonGenerator generator, SerializationContext context) {
			if (text.isEmpty()) {
				generator.writeNull();
			}
			else {
				generator.writeString(text);
			}
		}

	}

}
