package io.github.crispspring.json;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Modifier that rejects {@code UNKNOWN} when an enum is sent to Crisp. Copies of values
 * from Crisp, such as stored events, may contain it.
 */
final class UnknownEnums extends ValueSerializerModifier {

	private static final long serialVersionUID = 1L;

	/**
	 * Attribute of writers for copies rather than for values sent to Crisp.
	 */
	static final Object WRITES_COPIES = new Object();

	@Override
	@SuppressWarnings("unchecked")
	public ValueSerializer<?> modifyEnumSerializer(SerializationConfig config, JavaType type,
			BeanDescription.Supplier description, ValueSerializer<?> serializer) {
		Object unknown = unknownOf(type.getRawClass());
		return (unknown != null) ? new Serializer(type, unknown, (ValueSerializer<Object>) serializer) : serializer;
	}

	/**
	 * Return the constant for unknown texts.
	 * @return the constant, or {@code null} if the type is not an enum with one
	 */
	static @Nullable Object unknownOf(Class<?> type) {
		Object[] constants = type.getEnumConstants();
		return (constants != null) ? Arrays.stream(constants).filter(UnknownEnums::isUnknown).findFirst().orElse(null)
				: null;
	}

	private static boolean isUnknown(Object constant) {
		Enum<?> value = (Enum<?>) constant;
		if (!value.name().equals("UNKNOWN")) {
			return false;
		}
		var field = ReflectionUtils.findField(value.getDeclaringClass(), value.name());
		return field != null && field.isAnnotationPresent(JsonEnumDefaultValue.class);
	}

	/**
	 * Serializer that rejects one constant.
	 */
	private static final class Serializer extends StdSerializer<Object> {

		private final JavaType type;

		private final Object unknown;

		private final ValueSerializer<Object> delegate;

		Serializer(JavaType type, Object unknown, ValueSerializer<Object> delegate) {
			super(type);
			this.type = type;
			this.unknown = unknown;
			this.delegate = delegate;
		}

		@Override
		@SuppressWarnings("unchecked")
		public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property) {
			ValueSerializer<?> contextual = this.delegate.createContextual(context, property);
			return (contextual != this.delegate)
					? new Serializer(this.type, this.unknown, (ValueSerializer<Object>) contextual) : this;
		}

		@Override
		public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
			if (value == this.unknown && !isCopy(generator, context)) {
				throw DatabindException.from(generator,
						"%s.UNKNOWN cannot be sent to Crisp; use one of the other values"
							.formatted(this.type.getRawClass().getSimpleName()));
			}
			this.delegate.serialize(value, generator, context);
		}

		private boolean isCopy(JsonGenerator generator, SerializationContext context) {
			if (context.getAttribute(WRITES_COPIES) != null) {
				return true;
			}
			for (var place = generator.streamWriteContext(); place != null; place = place.getParent()) {
				Object owner = place.currentValue();
				if (owner != null && AnnotationUtils.findAnnotation(owner.getClass(), ReceiveOnly.class) != null) {
					return true;
				}
			}
			return false;
		}

	}

}
