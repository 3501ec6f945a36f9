package io.github.crispspring.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * REST call with its route.
 *
 * @param route the route
 * @param variables the variables of the path
 * @param query the query parameters
 * @param body the body, an empty object if there is none
 */
record RestCall(Route route, Map<String, String> variables, Map<String, List<String>> query, JsonNode body) {

	RestCall with(String variable, String value) {
		Map<String, String> variables = new HashMap<>(this.variables);
		variables.put(variable, value);
		return new RestCall(this.route, variables, this.query, this.body);
	}

	String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	long number(String name) {
		return number(name, variable(name));
	}

	ObjectNode object() {
		if (this.body instanceof ObjectNode object) {
			return object;
		}
		throw Rejection.invalidData("data should be object");
	}

	@Nullable String query(String name) {
		List<String> values = this.query.get(name);
		return (values != null && !values.isEmpty() && !values.get(0).isEmpty()) ? values.get(0) : null;
	}

	boolean flag(String name) {
		return "1".equals(query(name)) || "true".equals(query(name));
	}

	long queryNumber(String name, long otherwise) {
		String value = query(name);
		return (value != null) ? number(name, value) : otherwise;
	}

	private static long number(String name, String value) {
		try {
			return Long.parseLong(value);
		}
		catch (NumberFormatException ex) {
			throw Rejection.invalidData(name + " should be integer");
		}
	}

	static JsonNode parse(byte[] body) {
		if (body.length == 0) {
			return Json.object();
		}
		try {
			return Json.MAPPER.readTree(body);
		}
		catch (JacksonException ex) {
			throw Rejection.invalidData("data should be JSON");
		}
	}

}
