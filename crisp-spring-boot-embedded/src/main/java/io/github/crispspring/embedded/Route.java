package io.github.crispspring.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Route of the REST API, as the contract describes it.
 *
 * @param name the service and the method of the official client
 * @param method the HTTP method
 * @param path the path after the version, with variables in braces
 * @param tiers the tiers that may call it, none if not known
 * @param data an example of the data of the response, if it has data
 * @param body the types of the fields of the body
 */
record Route(String name, String method, String path, Set<String> tiers, @Nullable JsonNode data,
		Map<String, String> body) {

	private static final String REST_OF_PATH = "{path}";

	private static final String PAGE = "{page}";

	static List<Route> load() {
		List<Route> routes = new ArrayList<>();
		for (JsonNode json : Json.resource("routes.json")) {
			Map<String, String> body = new LinkedHashMap<>();
			json.path("body").forEachEntry((field, type) -> body.put(field, type.asString()));
			routes.add(new Route(Json.text(json, "name"), Json.text(json, "method"), Json.text(json, "path"),
					json.path("tiers").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
					json.get("data"), body));
		}
		return List.copyOf(routes);
	}

	/**
	 * Return the variables of a path, if it is one of this route. A page that is left out
	 * is the first one.
	 */
	@Nullable Map<String, String> match(String method, List<String> path) {
		List<String> pattern = List.of(this.path.split("/"));
		if (!this.method.equals(method) || path.size() < pattern.size() - (isPaged() ? 1 : 0)) {
			return null;
		}
		Map<String, String> variables = new LinkedHashMap<>();
		for (int i = 0; i < pattern.size(); i++) {
			String part = pattern.get(i);
			boolean last = i == pattern.size() - 1;
			if (last && part.equals(REST_OF_PATH)) {
				variables.put("path", String.join("/", path.subList(i, path.size())));
				return variables;
			}
			String value = (i < path.size()) ? path.get(i) : "";
			if (part.equals(PAGE)) {
				value = value.isEmpty() ? "1" : value;
			}
			if (part.startsWith("{") && !value.isEmpty()) {
				variables.put(part.substring(1, part.length() - 1), value);
			}
			else if (!part.equals(value)) {
				return null;
			}
		}
		return (path.size() <= pattern.size()) ? variables : null;
	}

	long variables() {
		return this.path.chars().filter((character) -> character == '{').count();
	}

	boolean isPaged() {
		return this.path.endsWith(PAGE);
	}

	/**
	 * Return the path with the values of its variables, without the page.
	 */
	String resolve(Map<String, String> variables) {
		return resolve(this.path.replace("/" + PAGE, ""), variables);
	}

	static String resolve(String path, Map<String, String> variables) {
		String resolved = path;
		for (Map.Entry<String, String> variable : variables.entrySet()) {
			resolved = resolved.replace("{" + variable.getKey() + "}", variable.getValue());
		}
		return resolved;
	}

	/**
	 * Check a body as Crisp does.
	 * @param given the body
	 * @throws Rejection if a field is missing or has another type
	 */
	void validate(JsonNode given) {
		this.body.forEach((field, type) -> {
			JsonNode value = given.path(field);
			if (type.startsWith("!") ? value.isMissingNode() || value.isNull()
					: type.startsWith("?") && value.isMissingNode()) {
				throw Rejection.invalidData("data should have required property '." + field + "'");
			}
			if (!value.isMissingNode() && !value.isNull()) {
				validate(field, value, type.replaceFirst("^[!?]", ""));
			}
		});
	}

	private static void validate(String field, JsonNode value, String type) {
		boolean valid = switch (type) {
			case "string" -> value.isString();
			case "number" -> value.isNumber();
			case "boolean" -> value.isBoolean();
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "any" -> true;
			default -> value.isString() && Set.of(type.split("\\|")).contains(value.asString());
		};
		if (!valid) {
			throw Rejection.invalidData("data." + field
					+ (type.contains("|") ? " should be equal to one of the allowed values" : " should be " + type));
		}
	}

}
