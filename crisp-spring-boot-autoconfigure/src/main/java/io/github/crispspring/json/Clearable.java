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
 * Annotation for a text that a change can clear. An empty text is sent as {@code null},
 * which clears the value.
 * <p>
 * A component that is {@code null} is not sent, so that the value remains unchanged. If
 * {@code null} itself has a meaning for Crisp, it is represented as follows:
 * <ul>
 * <li>by an empty text, for a component with this annotation;</li>
 * <li>by an empty {@code Optional}, for a component of any other type, which is then a
 * nullable {@code Optional};</li>
 * <li>by an empty {@code Optional}, for a component that is always sent, which is not
 * nullable and annotated with {@code @JsonInclude(ALWAYS)}.</li>
 * </ul>
 */
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@JacksonAnnotationsInside
@JsonSerialize(using = Clearable.Serializer.class)
public @interface Clearable {

	/**
	 * Serializer that writes an empty text as {@code null}.
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
