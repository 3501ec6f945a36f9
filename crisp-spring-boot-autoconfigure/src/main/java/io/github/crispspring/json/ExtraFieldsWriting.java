package io.github.crispspring.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Modifier that writes the {@link ExtraFields} of records. A field whose component has a
 * value is written from the component. Components that are only received are written to
 * copies only.
 */
final class ExtraFieldsWriting extends ValueSerializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier description,
			List<BeanPropertyWriter> properties) {
		BeanPropertyWriter extraFields = properties.stream()
			.filter((property) -> property.getType().hasRawClass(ExtraFields.class))
			.findFirst()
			.orElse(null);
		if (extraFields == null) {
			return properties;
		}
		Set<String> components = new HashSet<>();
		List<BeanPropertyWriter> writers = new ArrayList<>();
		for (BeanPropertyWriter property : properties) {
			if (property != extraFields) {
				components.add(property.getName());
				writers
					.add(new ComponentWriter(property, extraFields, isNullable(property, description.getBeanClass())));
			}
		}
		writers.add(new ExtraFieldsWriter(extraFields, components));
		return writers;
	}

	private boolean isNullable(BeanPropertyWriter property, Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> component.getName().equals(property.getMember().getName()))
			.anyMatch((component) -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
	}

	/**
	 * Writer of a component, or of the extra field that could not be parsed as its value.
	 */
	private static final class ComponentWriter extends BeanPropertyWriter {

		private static final long serialVersionUID = 1L;

		private final transient BeanPropertyWriter extraFields;

		private final boolean nullable;

		private final boolean receiveOnly;

		ComponentWriter(BeanPropertyWriter component, BeanPropertyWriter extraFields, boolean nullable) {
			super(component);
			this.extraFields = extraFields;
			this.nullable = nullable;
			this.receiveOnly = component.getAnnotation(ReceiveOnly.class) != null;
		}

		@Override
		public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
				throws Exception {
			if (this.receiveOnly && context.getAttribute(UnknownEnums.WRITES_COPIES) == null) {
				return;
			}
			ExtraFields fields = (ExtraFields) this.extraFields.get(bean);
			JsonNode value = (fields != null) ? fields.get(getName()) : null;
			if (value != null && isUnread(get(bean))) {
				generator.writeName(getName());
				context.writeTree(generator, value);
			}
			else {
				super.serializeAsProperty(bean, generator, context);
			}
		}

		/**
		 * Return whether a value is that of a component that could not be parsed.
		 */
		private boolean isUnread(@Nullable Object value) {
			return value == null || value == UnknownEnums.unknownOf(value.getClass())
					|| (!this.nullable && isEmpty(value));
		}

		private boolean isEmpty(Object value) {
			return value.equals(false) || value.equals(0) || value.equals(0L)
					|| value instanceof Collection<?> list && list.isEmpty()
					|| value instanceof Map<?, ?> map && map.isEmpty();
		}

	}

	/**
	 * Writer of the fields for which there is no component.
	 */
	private static final class ExtraFieldsWriter extends BeanPropertyWriter {

		private static final long serialVersionUID = 1L;

		private final transient Set<String> components;

		ExtraFieldsWriter(BeanPropertyWriter extraFields, Set<String> components) {
			super(extraFields);
			this.components = components;
		}

		@Override
		public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
				throws Exception {
			if (get(bean) instanceof ExtraFields fields) {
				fields.asMap().forEach((name, value) -> {
					if (!this.components.contains(name)) {
						generator.writeName(name);
						context.writeTree(generator, value);
					}
				});
			}
		}

	}

}
