package io.github.crispspring.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * JSON types of a value and of all its parts, according to samples of the contract.
 */
final class JsonShape {

	/**
	 * Value of the samples where the contract permits any.
	 */
	private static final String ANYTHING = "anything";

	/**
	 * Beginning of the keys of the samples of maps.
	 */
	private static final String KEY = "Key ";

	private final Set<JsonNodeType> types = EnumSet.noneOf(JsonNodeType.class);

	private final Map<String, JsonShape> fields = new TreeMap<>();

	private @Nullable JsonShape values;

	private @Nullable JsonShape elements;

	private boolean anything;

	static JsonShape of(List<JsonNode> samples) {
		JsonShape shape = new JsonShape();
		samples.forEach(shape::add);
		return shape;
	}

	private void add(JsonNode sample) {
		this.types.add(sample.getNodeType());
		this.anything |= sample.isString() && sample.asString().equals(ANYTHING);
		for (JsonNode element : sample.isArray() ? sample : List.<JsonNode>of()) {
			this.elements = added(this.elements, element);
		}
		if (sample.isObject()) {
			sample.forEachEntry((name, value) -> {
				if (name.startsWith(KEY)) {
					this.values = added(this.values, value);
				}
				else {
					this.fields.put(name, added(this.fields.get(name), value));
				}
			});
		}
	}

	private static JsonShape added(@Nullable JsonShape shape, JsonNode sample) {
		JsonShape added = (shape != null) ? shape : new JsonShape();
		added.add(sample);
		return added;
	}

	boolean isAnything() {
		return this.anything;
	}

	Set<JsonNodeType> types() {
		return this.types;
	}

	/**
	 * Return the fields of an object by name.
	 */
	Map<String, JsonShape> fields() {
		return this.fields;
	}

	/**
	 * Return the name of a field in the contract. Crisp uses camel case for a few.
	 * @return the name, or {@code null} if the contract has no such field
	 */
	@Nullable String nameOf(String field) {
		String snakeCase = field.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2").toLowerCase(Locale.ROOT);
		return this.fields.containsKey(field) ? field : this.fields.containsKey(snakeCase) ? snakeCase : null;
	}

	/**
	 * Return the values of a map, whose keys are data.
	 * @return the shape, or {@code null} if an object has fields
	 */
	@Nullable JsonShape values() {
		return this.values;
	}

	/**
	 * Return the elements of an array.
	 * @return the shape, or {@code null} if the contract does not state it
	 */
	@Nullable JsonShape elements() {
		return this.elements;
	}

}
