package io.github.crispspring.json;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableAnyProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;

/**
 * Modifier that collects the {@link ExtraFields} of records. It is based on Jackson's
 * any-setter, for a type that is not a {@code Map}. A record without extra fields costs
 * one additional object.
 */
final class ExtraFieldsReading extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	/**
	 * Attribute of readers that fail on an unknown enum value, so that the JSON is read
	 * again and its text retained.
	 */
	static final Object KEEPS_ENUM_TEXT = new Object();

	@Override
	public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription.Supplier description,
			BeanDeserializerBuilder builder) {
		SettableBeanProperty[] arguments = builder.getValueInstantiator().getFromObjectArguments(config);
		if (!description.getType().isRecordType() || arguments == null) {
			return builder;
		}
		for (SettableBeanProperty argument : arguments) {
			if (argument.getType().hasRawClass(ExtraFields.class)) {
				builder.setAnySetter(new AnySetter(argument, config.constructType(JsonNode.class), null));
				builder.setValueInstantiator(new Instantiator(builder.getValueInstantiator(), arguments, argument));
			}
		}
		return builder;
	}

	/**
	 * Any-setter that adds a field for which the record has no component.
	 */
	private static final class AnySetter extends SettableAnyProperty {

		private final SettableBeanProperty argument;

		AnySetter(SettableBeanProperty argument, JavaType type, @Nullable ValueDeserializer<Object> deserializer) {
			super(argument, argument.getMember(), type, null, deserializer, null);
			this.argument = argument;
		}

		@Override
		public SettableAnyProperty withValueDeserializer(ValueDeserializer<Object> deserializer) {
			return new AnySetter(this.argument, getType(), deserializer);
		}

		@Override
		public int getParameterIndex() {
			return this.argument.getCreatorIndex();
		}

		@Override
		public Object createParameterObject() {
			return new ExtraFields();
		}

		@Override
		protected void _set(DeserializationContext context, Object fields, Object name, Object value) {
			((ExtraFields) fields).add((String) name, (JsonNode) value);
		}

	}

	/**
	 * Instantiator of records with extra fields.
	 */
	static final class Instantiator extends ValueInstantiator.Delegating {

		private static final long serialVersionUID = 1L;

		private final int index;

		private final transient List<UnknownEnum> enums = new ArrayList<>();

		Instantiator(ValueInstantiator delegate, SettableBeanProperty[] arguments, SettableBeanProperty argument) {
			super(delegate);
			this.index = argument.getCreatorIndex();
			for (SettableBeanProperty property : arguments) {
				Object unknown = UnknownEnums.unknownOf(property.getType().getRawClass());
				if (unknown != null) {
					this.enums.add(new UnknownEnum(property.getCreatorIndex(), property.getName(), unknown));
				}
			}
		}

		@Override
		public ValueInstantiator createContextual(DeserializationContext context,
				BeanDescription.Supplier description) {
			return this;
		}

		@Override
		public Object createFromObjectWith(DeserializationContext context, SettableBeanProperty[] properties,
				PropertyValueBuffer buffer) {
			return createFromObjectWith(context, buffer.getParameters(context, properties));
		}

		@Override
		public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
			for (UnknownEnum unknown : this.enums) {
				if (unknown.isIn(arguments) && context.getAttribute(KEEPS_ENUM_TEXT) != null) {
					throw DatabindException.from(context, "Unknown value of '%s'".formatted(unknown.name));
				}
			}
			return create(context, arguments, (ExtraFields) arguments[this.index]);
		}

		/**
		 * Create a record, adding the texts of unknown enum values to its extra fields.
		 */
		Object create(DeserializationContext context, Object[] arguments, JsonNode json, ExtraFields fields) {
			for (UnknownEnum unknown : this.enums) {
				JsonNode text = json.get(unknown.name);
				if (unknown.isIn(arguments) && text != null) {
					fields.add(unknown.name, text);
				}
			}
			return create(context, arguments, fields);
		}

		private Object create(DeserializationContext context, @Nullable Object[] arguments,
				@Nullable ExtraFields fields) {
			arguments[this.index] = (fields != null) ? fields.orNull() : null;
			return delegate().createFromObjectWith(context, arguments);
		}

	}

	/**
	 * Enum component with its value for unknown texts.
	 */
	private static final class UnknownEnum {

		private final int index;

		private final String name;

		private final Object value;

		UnknownEnum(int index, String name, Object value) {
			this.index = index;
			this.name = name;
			this.value = value;
		}

		boolean isIn(@Nullable Object[] arguments) {
			return arguments[this.index] == this.value;
		}

	}

}
