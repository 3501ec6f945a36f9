package io.github.crispspring.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.model.PeopleFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sample values for paths and queries, with their format.
 */
final class SampleValues {

	/**
	 * Value of path variables with several segments, which the contract names "path".
	 */
	private static final String TREE_PATH = "setup guide/50%?/install";

	private static final Map<String, Object> BY_NAME = Map.of("path", TREE_PATH, "search_filter",
			List.of(new PeopleFilter("people", "email", "eq", List.of("a@example.com"))), "search_query",
			List.of(ConversationListQuery.Search.Filter.of("people", "email", "eq", "a@example.com")));

	private SampleValues() {
	}

	static Object of(Class<?> type, String name) {
		if (type.isInstance(BY_NAME.get(name))) {
			return BY_NAME.get(name);
		}
		if (type == int.class || type == Integer.class) {
			return 7;
		}
		if (type == long.class || type == Long.class) {
			return 163239623329114L;
		}
		if (type == double.class || type == Double.class) {
			return 0.00025;
		}
		if (type == boolean.class || type == Boolean.class) {
			return true;
		}
		if (type == Instant.class) {
			return Instant.parse("2026-01-02T03:04:05Z");
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		assertThat(type).isEqualTo(String.class);
		return "sample-" + name;
	}

	/**
	 * Return the text of a value. Times are in ISO 8601, except timestamps.
	 */
	static String text(String name, Object value) {
		if (value instanceof Boolean flag) {
			return flag ? "1" : "0";
		}
		if (value instanceof Double number) {
			return BigDecimal.valueOf(number).toPlainString();
		}
		if (value instanceof Instant instant && name.startsWith("timestamp")) {
			return String.valueOf(instant.toEpochMilli());
		}
		if (value instanceof Instant instant) {
			return instant.toString().replace("Z", ".000Z");
		}
		if (value instanceof List<?> list) {
			return CrispJson.mapper().writeValueAsString(list);
		}
		return (value instanceof Enum) ? CrispJson.mapper().convertValue(value, String.class) : String.valueOf(value);
	}

}
