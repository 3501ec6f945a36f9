package io.github.crispspring.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/**
 * Modifier that makes the lists and maps of records unmodifiable, as the listeners of an
 * event share its record. Other collections, such as an {@code ArrayList}, are retained.
 */
final class UnmodifiableCollections extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyCollectionDeserializer(DeserializationConfig config, CollectionType type,
			BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
		return type.isTypeOrSubTypeOf(List.class) ? new CollectionDeserializer(deserializer) : deserializer;
	}

	@Override
	public ValueDeserializer<?> modifyMapDeserializer(DeserializationConfig config, MapType type,
			BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
		return new CollectionDeserializer(deserializer);
	}

	private static final class CollectionDeserializer extends DelegatingDeserializer {

		CollectionDeserializer(ValueDeserializer<?> delegate) {
			super(delegate);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
			return new CollectionDeserializer(delegate);
		}

		@Override
		public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
			ValueDeserializer<?> deserializer = super.createContextual(context, property);
			// The type of the deserializer may already be that of an implementation
			boolean declared = property != null && NonNullCollections.isCollection(property.getType().getRawClass());
			return declared ? deserializer : deserializer.getDelegatee();
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) {
			Object read = super.deserialize(parser, context);
			if (read instanceof List<?> list) {
				return Collections.unmodifiableList(list);
			}
			return (read instanceof Map<?, ?> map) ? Collections.unmodifiableMap(map) : read;
		}

		@Override
		public Object getEmptyValue(DeserializationContext context) {
			return List.class.isAssignableFrom(handledType()) ? Collections.emptyList() : Collections.emptyMap();
		}

	}

}
