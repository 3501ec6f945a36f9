package io.github.crispspring.live;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Comparison of the data of one response with its shape in the contract. Values are not
 * kept, and neither are keys of maps.
 */
final class ShapeComparison {

	/**
	 * Names that are certainly not data.
	 */
	private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z_]{0,40}");

	private final String route;

	private final Set<String> echoed;

	private final Map<String, Integer> unknown = new TreeMap<>();

	private final Map<String, Integer> otherTypes = new TreeMap<>();

	private final Map<String, Integer> objects = new TreeMap<>();

	private final Map<String, Integer> present = new TreeMap<>();

	private ShapeComparison(ContractRoute route) {
		this.route = route.toString();
		this.echoed = route.variables();
	}

	/**
	 * Return the differences.
	 * @param route the route
	 * @param contract the shape of the data in the contract
	 * @param data the data of the response
	 */
	static Stream<Difference> compare(ContractRoute route, JsonShape contract, JsonNode data) {
		ShapeComparison comparison = new ShapeComparison(route);
		comparison.compareValue("", contract, data);
		return comparison.differences();
	}

	private void compareValue(String path, JsonShape contract, JsonNode json) {
		if (json.isNull() || contract.isAnything()) {
			return;
		}
		if (!contract.types().contains(json.getNodeType())) {
			String expected = contract.types().stream().map(ShapeComparison::name).collect(Collectors.joining(" or "));
			count(this.otherTypes, path + " " + name(json.getNodeType()) + " instead of " + expected);
			return;
		}
		JsonShape elements = contract.elements();
		if (json.isArray() && elements != null) {
			json.forEach((element) -> compareValue(path + "[]", elements, element));
		}
		if (json.isObject()) {
			compareObject(path, contract, json);
		}
	}

	private void compareObject(String path, JsonShape contract, JsonNode json) {
		JsonShape values = contract.values();
		if (values != null) {
			json.forEach((value) -> compareValue(path + ".*", values, value));
			return;
		}
		contract.fields().keySet().forEach((name) -> count(this.objects, path + "." + name));
		json.forEachEntry((field, value) -> {
			String name = contract.nameOf(field);
			JsonShape shape = (name != null) ? contract.fields().get(name) : null;
			if (shape == null && !this.echoed.contains(camelCase(field))) {
				count(this.unknown,
						path + "." + (NAME.matcher(field).matches() ? field : "*") + " " + name(value.getNodeType()));
			}
			else if (shape != null) {
				count(this.present, path + "." + name);
				compareValue(path + "." + name, shape, value);
			}
		});
	}

	/**
	 * Return the name of the variable of a path that a response repeats in a field.
	 */
	private static String camelCase(String field) {
		return Pattern.compile("_(\\w)").matcher(field).replaceAll((match) -> match.group(1).toUpperCase(Locale.ROOT));
	}

	private static void count(Map<String, Integer> counts, String key) {
		counts.merge(key, 1, Integer::sum);
	}

	private static String name(JsonNodeType type) {
		return type.name().toLowerCase(Locale.ROOT);
	}

	private Stream<Difference> differences() {
		Stream<Difference> absent = this.objects.entrySet()
			.stream()
			.filter((field) -> !this.present.containsKey(field.getKey()))
			.map((field) -> difference(Difference.Kind.ABSENT_FIELD, field.getKey() + " absent", field.getValue()));
		return Stream
			.of(differences(Difference.Kind.UNKNOWN_FIELD, this.unknown),
					differences(Difference.Kind.TYPE, this.otherTypes), absent)
			.flatMap((differences) -> differences);
	}

	private Stream<Difference> differences(Difference.Kind kind, Map<String, Integer> counts) {
		return counts.entrySet().stream().map((entry) -> difference(kind, entry.getKey(), entry.getValue()));
	}

	/**
	 * Create a difference from a path and a detail, which are separated by a space.
	 */
	private Difference difference(Difference.Kind kind, String found, int count) {
		String[] parts = found.split(" ", 2);
		return new Difference(kind, this.route, parts[0].replaceFirst("^\\.", ""), parts[1] + " × " + count);
	}

}
