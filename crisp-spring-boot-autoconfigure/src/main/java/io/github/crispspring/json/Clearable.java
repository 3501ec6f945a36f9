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
 * Marks a text that a change can clear: an empty text is sent as {@code null}, which
 * clears it.
 * <p>
 * A component that is {@code null} is left out of what is sent, so that what it stands
 * for stays as it is. Where Crisp is to be sent a {@code null}, because that has a
 * meaning, it depends on the component how:
 * <ul>
 * <li>A text is marked with this annotation. An empty text says nothing that {@code null}
 * does not, so it is free for that purpose, and whoever reads the record or builds one
 * has to do with a {@code String} like any other.</li>
 * <li>Anything else has no value to spare, and is a nullable {@code Optional}: an empty
 * one is sent as {@code null}, and is what a {@code null} is read as.</li>
 * <li>Where a value or {@code null} is always sent, as that is all there is to say, the
 * component is an {@code Optional} that is not nullable, marked with
 * {@code @JsonInclude(ALWAYS)}.</li>
 * </ul>
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
