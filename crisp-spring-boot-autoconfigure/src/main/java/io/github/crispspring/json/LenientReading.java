package io.github.crispspring.json;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.node.TreeTraversingParser;

/**
 * Modifier that reads records field by field, so that a field that cannot be parsed does
 * not affect the others. It is used only for JSON that could not be read otherwise, as it
 * creates a tree of every object.
 * <p>
 * In null-marked packages, a component that is not nullable is an identifier, without
 * which the record cannot be read. A record with type parameters is an envelope, whose
 * content is read as a whole.
 */
final class LenientReading extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier description,
			ValueDeserializer<?> deserializer) {
		boolean lenient = description.getType().isRecordType() && !description.getType().hasGenericTypes()
				&& deserializer instanceof BeanDeserializerBase bean
				&& bean.getValueInstantiator().canCreateFromObjectWith();
		return lenient ? new RecordDeserializer(deserializer) : deserializer;
	}

	/**
	 * Deserializer for a record.
	 */
	private static final class RecordDeserializer extends DelegatingDeserializer {

		private volatile @Nullable Map<String, SettableBeanProperty> properties;

		RecordDeserializer(ValueDeserializer<?> delegate) {
			super(delegate);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
			return new RecordDeserializer(delegate);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.START_OBJECT)) {
				return super.deserialize(parser, context);
			}
			JsonNode json = context.readTree(parser);
			ValueInstantiator instantiator = ((BeanDeserializerBase) getDelegatee()).getValueInstantiator();
			Object[] arguments = new Object[instantiator.getFromObjectArguments(context.getConfig()).length];
			ExtraFields extraFields = new ExtraFields();
			Map<String, SettableBeanProperty> absent = new HashMap<>(properties(context));
			Map<String, @Nullable Object> other = new LinkedHashMap<>();
			json.forEachEntry((name, value) -> {
				SettableBeanProperty property = properties(context).get(name);
				if (property == null) {
					extraFields.add(name, value);
					other.put(name, context.readTreeAsValue(value, Object.class));
				}
				else if (read(property, value, arguments, context)) {
					absent.values().removeIf((candidate) -> candidate == property);
				}
				else {
					extraFields.add(property.getName(), value);
				}
			});
			for (SettableBeanProperty property : absent.values()) {
				arguments[property.getCreatorIndex()] = isAnySetter(property) ? other : absent(property, context);
			}
			return (instantiator instanceof ExtraFieldsReading.Instantiator extra)
					? extra.create(context, arguments, json, extraFields)
					: instantiator.createFromObjectWith(context, arguments);
		}

		private boolean read(SettableBeanProperty property, JsonNode value, @Nullable Object[] arguments,
				DeserializationContext context) {
			try (JsonParser parser = new TreeTraversingParser(value, context)) {
				parser.nextToken();
				arguments[property.getCreatorIndex()] = property.deserialize(parser, context);
				return true;
			}
			catch (RuntimeException ex) {
				if (isIdentifier(property)) {
					throw ex;
				}
				UnreadableFields.report(handledType(), property.getName(), value.getNodeType());
				return false;
			}
		}

		/**
		 * Return whether a component is a required identifier.
		 */
		private boolean isIdentifier(SettableBeanProperty property) {
			Class<?> type = property.getType().getRawClass();
			return handledType().getPackage().isAnnotationPresent(NullMarked.class) && !type.isPrimitive()
					&& !NonNullCollections.isCollection(type)
					&& property.getMember() instanceof AnnotatedParameter member
					&& !NonNullCollections.isNullable(member);
		}

		private @Nullable Object absent(SettableBeanProperty property, DeserializationContext context) {
			Object absent = property.getNullValueProvider().getAbsentValue(context);
			return (absent != null) ? absent : property.getValueDeserializer().getAbsentValue(context);
		}

		private static boolean isAnySetter(SettableBeanProperty property) {
			return property.getAnnotation(JsonAnySetter.class) != null;
		}

		/**
		 * Return the properties by name and alias, which are available only after the
		 * delegate is resolved.
		 */
		private Map<String, SettableBeanProperty> properties(DeserializationContext context) {
			Map<String, SettableBeanProperty> known = this.properties;
			if (known == null) {
				known = new HashMap<>();
				Iterator<SettableBeanProperty> all = ((BeanDeserializerBase) getDelegatee()).creatorProperties();
				while (all.hasNext()) {
					SettableBeanProperty property = all.next();
					known.put(property.getName(), property);
					for (var alias : property.findAliases(context.getConfig())) {
						known.put(alias.getSimpleName(), property);
					}
				}
				this.properties = known;
			}
			return known;
		}

	}

}
