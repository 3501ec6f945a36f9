package io.github.crispspring.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON trees: creation, reading, merging, and the values of examples.
 */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.shared();

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

	private Json() {
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	static ArrayNode array(Collection<? extends JsonNode> elements) {
		ArrayNode array = array();
		elements.forEach((element) -> array.add(element.deepCopy()));
		return array;
	}

	static String text(JsonNode object, String field) {
		return object.path(field).asString("");
	}

	/**
	 * Read a resource of this package.
	 * @param name the name of the resource
	 * @return its content
	 */
	static JsonNode resource(String name) {
		try (InputStream stream = Json.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("Resource '%s' is missing".formatted(name));
			}
			return MAPPER.readTree(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Merge objects deeply; lists and plain values are replaced.
	 * @param target the object to change
	 * @param changes the fields to set
	 */
	static void merge(ObjectNode target, ObjectNode changes) {
		changes.forEachEntry((name, value) -> {
			if (value instanceof ObjectNode object && target.get(name) instanceof ObjectNode present) {
				merge(present, object);
			}
			else {
				target.set(name, value.deepCopy());
			}
		});
	}

	/**
	 * Return an example with the identifiers that it leaves open.
	 * @param example an example of the contract
	 * @param identifiers the known identifiers by name; others are made up
	 * @return a copy without placeholders
	 */
	static JsonNode fill(JsonNode example, Map<String, String> identifiers) {
		return replaceTexts(example, (text) -> PLACEHOLDER.matcher(text)
			.replaceAll((match) -> identifiers.getOrDefault(match.group(1), identifier(match.group(1)))));
	}

	/**
	 * Return a copy without the fields of objects that are {@code null}.
	 * @param node the tree to copy
	 * @return the copy
	 */
	static JsonNode withoutNulls(JsonNode node) {
		if (node.isArray()) {
			return array(node.valueStream().map(Json::withoutNulls).toList());
		}
		if (node.isObject()) {
			ObjectNode copy = object();
			node.forEachEntry((name, value) -> {
				if (!value.isNull()) {
					copy.set(name, withoutNulls(value));
				}
			});
			return copy;
		}
		return node;
	}

	private static String identifier(String name) {
		String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
		return name.equals("session_id") ? "session_" + id : id;
	}

	private static JsonNode replaceTexts(JsonNode node, UnaryOperator<String> replacement) {
		if (node.isString()) {
			return JsonNodeFactory.instance.stringNode(replacement.apply(node.asString()));
		}
		if (node.isArray()) {
			return array(node.valueStream().map((element) -> replaceTexts(element, replacement)).toList());
		}
		if (node.isObject()) {
			ObjectNode copy = object();
			node.forEachEntry((name, value) -> copy.set(name, replaceTexts(value, replacement)));
			return copy;
		}
		return node;
	}

}
