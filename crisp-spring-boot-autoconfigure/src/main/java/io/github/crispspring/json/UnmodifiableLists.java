package io.github.crispspring.json;

import java.util.Collections;
import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.CollectionType;

/**
 * Modifier that makes lists unmodifiable, as the listeners of an event share its record.
 */
final class UnmodifiableLists extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyCollectionDeserializer(DeserializationConfig config, CollectionType type,
			BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
		// The type may already be that of an implementation
		return type.isTypeOrSubTypeOf(List.class) ? new ListDeserializer(deserializer) : deserializer;
	}

	private static final class ListDeserializer extends DelegatingDeserializer {

		ListDeserializer(ValueDeserializer<?> delegate) {
			super(delegate);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
			return new ListDeserializer(delegate);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) {
			return unmodifiable(super.deserialize(parser, context));
		}

		@Override
		public Object getEmptyValue(DeserializationContext context) {
			return unmodifiable(super.getEmptyValue(context));
		}

		private static Object unmodifiable(Object read) {
			return (read instanceof List<?> list) ? Collections.unmodifiableList(list) : read;
		}

	}

}
