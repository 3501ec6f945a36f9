package io.github.crispspring.testsupport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

/**
 * Types of the contract. They generate samples: JSON in which every field of a type is
 * set, with a sample for each alternative of a type.
 */
public final class ContractTypes {

	private static final String CATEGORY = "{ category_id: string; name: string; description: string; color: string; "
			+ "image: string; order: number; }";

	private static final String NOTHING = "never";

	private static final String COUNT = "count";

	/**
	 * Corrections of incorrect or imprecise types of the contract, by type (or method)
	 * and field.
	 */
	private static final Map<String, String> CORRECTIONS = Map.ofEntries(
			// The official example sends {data: {...}}, which is also what is read
			Map.entry("savePeopleData.body", "PeopleData"), Map.entry("updatePeopleData.body", "PeopleData"),
			// Typed as any text; the type for sending it knows these two
			Map.entry("ConversationComposeAtom.type", "\"start\" | \"stop\""),
			// Typed as any text; these are the two sides of a conversation
			Map.entry("*.from", "\"user\" | \"operator\""),
			// Typed as where an article is; the official example sends these fields
			Map.entry("listHelpdeskLocaleCategories.answer", CATEGORY + "[]"),
			Map.entry("resolveHelpdeskLocaleCategory.answer", CATEGORY),
			Map.entry("saveHelpdeskLocaleCategory.body", CATEGORY),
			Map.entry("updateHelpdeskLocaleCategory.body", CATEGORY),
			// Typed as a number, other than the count of all; either is read
			Map.entry("countBlockedVisitorsInRule.answer", "WebsiteVisitorsBlocked"),
			// Not a setting: it is read, but not sent back
			Map.entry("*.websiteID", NOTHING),
			// Typed as a number, but as a text where it is chosen; either is read
			Map.entry("EventsMediaAnimationListed.id", "string"),
			// A count, whereas others of that name are times
			Map.entry("WebsiteVisitorCount.active", COUNT),
			// Typed as any object; the official example sends these fields
			Map.entry("reportPluginUsageToBill.body", "{ name: string; units: number; price: number; }"),
			// Typed as a boolean; the official example sends these fields
			Map.entry("inviteWebsiteOperator.verify", "{ method: string; secret: string; }"));

	/**
	 * Types whose fields have names in camel case, unlike all others. Responses are read
	 * with both.
	 */
	private static final Set<String> CAMEL_CASE = Set.of("WebsiteOperator", "WebsiteOperatorEmail",
			"WebsiteOperatorsLastActiveListOne");

	private static final Pattern MAP = Pattern.compile("(?:Record<string, |\\{ \\[key: string]: )(.*?)(?:>| })");

	private static final Pattern ARRAY = Pattern.compile("Array<(.*)>");

	private static final Pattern FIELD = Pattern.compile("(\\w+)\\??: ((?:\\{[^}]*}|[^;{])+);");

	private static final Pattern TIME = Pattern.compile("(.*_)?(date|since|until|at)|timestamp|last|active");

	private static final Pattern FINGERPRINT = Pattern.compile("fingerprints?");

	private static final Pattern DECIMAL = Pattern.compile("price|latitude|longitude");

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final Map<String, Type> types = new HashMap<>();

	private ContractTypes(List<Type> types) {
		types.forEach((type) -> this.types.put(type.name(), type));
	}

	/**
	 * Read the types.
	 * @return the types
	 */
	public static ContractTypes load() throws Exception {
		JsonMapper mapper = JsonMapper.builder().build();
		return new ContractTypes(mapper.readerForListOf(Type.class)
			.readValue(new ClassPathResource("contract/types.json").getContentAsByteArray()));
	}

	/**
	 * Generate samples of a request or response of a method.
	 * @param method the method
	 * @param field the field of the body, {@code body} for all of it, or {@code answer}
	 * @param type the type in the notation of the contract
	 * @return the samples
	 */
	public List<JsonNode> samples(String method, String field, String type) {
		return samples(field, corrected(method, field, type), List.of(method));
	}

	private String corrected(String owner, String field, String type) {
		String known = CORRECTIONS.getOrDefault("*." + field, type);
		return CORRECTIONS.getOrDefault(owner + "." + field, known);
	}

	private List<JsonNode> samples(String field, String type, List<String> owners) {
		Matcher map = MAP.matcher(type);
		if (map.matches()) {
			return List.of(map(samples("value", map.group(1), owners)));
		}
		Matcher array = ARRAY.matcher(type);
		if (array.matches()) {
			return samples(field, array.group(1), owners).stream()
				.<JsonNode>map((sample) -> JSON.arrayNode().add(sample))
				.toList();
		}
		if (type.startsWith("{") && type.endsWith("}")) {
			Map<String, String> fields = new LinkedHashMap<>();
			FIELD.matcher(type).results().forEach((result) -> fields.put(result.group(1), result.group(2)));
			return objects(fields, owners);
		}
		if (type.contains("|")) {
			return Stream.of(type.split("\\|"))
				.map(String::strip)
				.filter((alternative) -> !alternative.equals("null"))
				.flatMap((alternative) -> samples(field, alternative, owners).stream())
				.toList();
		}
		if (type.endsWith("[]")) {
			return samples(field, elementType(type), owners).stream()
				.<JsonNode>map((sample) -> JSON.arrayNode().add(sample))
				.toList();
		}
		if (type.startsWith("\"")) {
			return List.of(JSON.stringNode(type.substring(1, type.length() - 1)));
		}
		return switch (type) {
			case "string" -> List.of(JSON.stringNode(text(field)));
			case "number" -> List.of(number(field));
			case "boolean" -> List.of(JSON.booleanNode(true));
			case COUNT -> List.of(JSON.numberNode(7));
			case NOTHING -> List.of();
			case "unknown", "any" -> List.of(JSON.stringNode("anything"));
			case "object" -> List.of(map(List.of(JSON.stringNode("anything"))));
			case "`urn:${string}`" -> List.of(JSON.stringNode("urn:example.com:sample"));
			default -> named(field, type, owners);
		};
	}

	private static String snakeCase(String name) {
		return name.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2").toLowerCase(Locale.ROOT);
	}

	private static String elementType(String type) {
		return type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
	}

	private String text(String field) {
		return TIME.matcher(field).matches() ? "2026-01-02T03:04:05Z" : "some " + field;
	}

	private JsonNode number(String field) {
		if (TIME.matcher(field).matches() || FINGERPRINT.matcher(field).matches()) {
			return JSON.numberNode(163239623329114L);
		}
		return DECIMAL.matcher(field).matches() ? JSON.numberNode(7.25) : JSON.numberNode(7);
	}

	private JsonNode map(List<JsonNode> values) {
		ObjectNode map = JSON.objectNode();
		values.forEach((value) -> map.set("Key " + map.size(), value));
		return map;
	}

	private List<JsonNode> named(String field, String name, List<String> owners) {
		Type type = this.types.get(name);
		if (type == null) {
			throw new IllegalArgumentException("Unknown type '%s' of '%s' in %s".formatted(name, field, owners));
		}
		if (type.alias() != null) {
			return samples(field, type.alias(), owners);
		}
		if (type.union() != null) {
			return samples(field, String.join("|", type.union()), owners);
		}
		if (type.constants() != null) {
			return type.constants().values().stream().<JsonNode>map(JSON::stringNode).toList();
		}
		List<String> path = new ArrayList<>(owners);
		path.add(name);
		return variants(type).stream().flatMap((fields) -> objects(fields, path).stream()).toList();
	}

	/**
	 * Return the types of the fields. The type and the content of a message depend on
	 * each other, which the contract states for new messages only.
	 */
	private List<Map<String, String>> variants(Type type) {
		if (!"ConversationMessageContent".equals(type.types().get("content"))) {
			return List.of(type.types());
		}
		return this.types.get("ConversationMessageNew").union().stream().map((kind) -> {
			Map<String, String> types = type.types();
			Map<String, String> message = this.types.get(kind).types();
			types.put("type", message.get("type"));
			types.put("content", message.get("content"));
			return types;
		}).toList();
	}

	/**
	 * Return objects with all fields, so that each alternative of a field occurs.
	 */
	private List<JsonNode> objects(Map<String, String> fields, List<String> owners) {
		String owner = owners.get(owners.size() - 1);
		Map<String, List<JsonNode>> samples = new LinkedHashMap<>();
		fields.forEach((field, type) -> {
			boolean endless = owners.contains(elementType(type));
			String corrected = corrected(owner, field, type);
			samples.put(CAMEL_CASE.contains(owner) ? snakeCase(field) : field,
					endless ? List.of(JSON.arrayNode()) : samples(field, corrected, owners));
		});
		samples.values().removeIf(List::isEmpty);
		int count = samples.values().stream().mapToInt(List::size).max().orElse(1);
		List<JsonNode> objects = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ObjectNode object = JSON.objectNode();
			int index = i;
			samples.forEach((field, values) -> object.set(field, values.get(index % values.size())));
			objects.add(object);
		}
		return objects;
	}

	private record Type(String name, @Nullable String alias, @Nullable List<String> union,
			@JsonProperty("enum") @Nullable Map<String, String> constants, @Nullable Map<String, Field> fields) {

		Map<String, String> types() {
			Map<String, String> types = new LinkedHashMap<>();
			this.fields.forEach((name, field) -> types.put(name, field.type()));
			return types;
		}

	}

	private record Field(String type) {

	}

}
