package io.github.crispspring.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Custom data, which is declared as {@code Map<String, Object>}. Crisp stores it
 * unchanged, so its values are written with Jackson's defaults rather than in the format
 * of Crisp's own JSON.
 */
public final class CustomData {

	private static final JsonMapper DEFAULTS = JsonMapper.builder().build();

	private CustomData() {
	}

	/**
	 * Return whether a type denotes custom data.
	 * @param type the type, as it is declared
	 * @return whether the type is {@code Map<String, Object>}
	 */
	public static boolean isTypeOf(Type type) {
		if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == Map.class) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return arguments[0] == String.class && arguments[1] == Object.class;
		}
		return false;
	}

	/**
	 * Convert custom data to JSON.
	 * @param data the data by key
	 * @return the data in JSON
	 */
	public static JsonNode toTree(Map<?, ?> data) {
		return DEFAULTS.valueToTree(data);
	}

	/**
	 * Modifier that selects the serializer for custom data.
	 */
	static final class Modifier extends ValueSerializerModifier {

		private static final long serialVersionUID = 1L;

		@Override
		public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier record,
				List<BeanPropertyWriter> properties) {
			for (BeanPropertyWriter property : properties) {
				JavaType type = property.getType();
				if (type.getRawClass() == Map.class && type.getKeyType().hasRawClass(String.class)
						&& type.getContentType().isJavaLangObject() && !property.hasSerializer()) {
					property.assignSerializer(new Serializer());
				}
			}
			return properties;
		}

	}

	/**
	 * Serializer for custom data.
	 */
	private static final class Serializer extends StdSerializer<Object> {

		Serializer() {
			super(Object.class);
		}

		@Override
		public void serialize(Object data, JsonGenerator generator, SerializationContext context) {
			context.writeTree(generator, toTree((Map<?, ?>) data));
		}

		@Override
		public boolean isEmpty(SerializationContext context, Object data) {
			return ((Map<?, ?>) data).isEmpty();
		}

		@Override
		public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property) {
			return this;
		}

	}

}
