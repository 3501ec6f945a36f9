package io.github.crispspring.embedded;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filters, searches and sorting of lists.
 */
final class Filters {

	private Filters() {
	}

	static Predicate<ObjectNode> people(RestCall call) {
		return text(call.query("search_text"))
			.and(queries(call.query("search_filter"), !"or".equals(call.query("search_operator"))));
	}

	static Comparator<ObjectNode> peopleOrder(RestCall call) {
		String field = call.query("sort_field");
		Comparator<ObjectNode> order = Comparator
			.comparing((profile) -> Json.text(profile, (field != null) ? field : ""));
		return "descending".equals(call.query("sort_order")) ? order.reversed() : order;
	}

	static Predicate<ObjectNode> conversations(RestCall call) {
		Predicate<ObjectNode> filter = search(call);
		if (!call.flag("include_empty") && call.query("include_empty") != null) {
			filter = filter.and((conversation) -> conversation.hasNonNull("last_message"));
		}
		if (call.flag("filter_unread")) {
			filter = filter.and((conversation) -> conversation.path("unread").path("operator").asInt(0) > 0);
		}
		if (call.flag("filter_resolved")) {
			filter = filter.and((conversation) -> "resolved".equals(Json.text(conversation, "state")));
		}
		if (call.flag("filter_not_resolved")) {
			filter = filter.and((conversation) -> !"resolved".equals(Json.text(conversation, "state")));
		}
		if (call.flag("filter_mention")) {
			filter = filter.and((conversation) -> !conversation.path("mentions").isEmpty());
		}
		String assigned = call.query("filter_assigned");
		if (assigned != null) {
			filter = filter.and((conversation) -> assigned.equals(Json.text(conversation.path("assigned"), "user_id")));
		}
		if (call.flag("filter_unassigned")) {
			filter = filter.and((conversation) -> !conversation.path("assigned").hasNonNull("user_id"));
		}
		String inbox = call.query("filter_inbox_id");
		if (inbox != null) {
			filter = filter.and((conversation) -> inbox.equals(Json.text(conversation, "inbox_id")));
		}
		return filter.and(dates(call.query("filter_date_start"), call.query("filter_date_end")));
	}

	static Comparator<ObjectNode> conversationOrder(RestCall call) {
		String field = call.flag("order_date_created") ? "created_at"
				: call.flag("order_date_waiting") ? "waiting_since" : "updated_at";
		return Comparator.<ObjectNode>comparingLong((conversation) -> conversation.path(field).asLong(0)).reversed();
	}

	private static Predicate<ObjectNode> search(RestCall call) {
		String query = call.query("search_query");
		String type = call.query("search_type");
		if ("filter".equals(type)) {
			return queries(query, !"or".equals(call.query("search_operator")));
		}
		if ("segment".equals(type) && query != null) {
			return (conversation) -> conversation.path("meta")
				.path("segments")
				.valueStream()
				.anyMatch((segment) -> query.equals(segment.asString()));
		}
		return text(query);
	}

	private static Predicate<ObjectNode> text(@Nullable String text) {
		if (text == null) {
			return (document) -> true;
		}
		String wanted = text.toLowerCase(Locale.ROOT);
		return (document) -> document.toString().toLowerCase(Locale.ROOT).contains(wanted);
	}

	private static Predicate<ObjectNode> queries(@Nullable String json, boolean all) {
		if (json == null) {
			return (document) -> true;
		}
		List<JsonNode> queries = parse(json).valueStream().toList();
		return (document) -> all ? queries.stream().allMatch((query) -> matches(document, query))
				: queries.stream().anyMatch((query) -> matches(document, query));
	}

	private static JsonNode parse(String json) {
		try {
			return Json.MAPPER.readTree(json);
		}
		catch (JacksonException ex) {
			throw Rejection.invalidData("the filter should be JSON");
		}
	}

	private static boolean matches(ObjectNode document, JsonNode query) {
		JsonNode value = find(document, Json.text(query, "criterion"));
		boolean equal = query.path("query").valueStream().anyMatch((wanted) -> contains(value, wanted.asString("")));
		boolean empty = value.isMissingNode() || value.isNull() || value.isEmpty() && value.asString("").isEmpty();
		return switch (Json.text(query, "operator")) {
			case "eq" -> equal;
			case "neq" -> !equal;
			case "em" -> empty;
			case "nem" -> !empty;
			default ->
				throw Rejection.invalidData("the operator of the filter should be equal to one of the allowed values");
		};
	}

	private static boolean contains(JsonNode value, String wanted) {
		return value.isArray() ? value.valueStream().anyMatch((element) -> contains(element, wanted))
				: value.asString("").equals(wanted);
	}

	/**
	 * Find a field by its path, also below those objects whose names a filter leaves out.
	 */
	private static JsonNode find(JsonNode document, String criterion) {
		for (String parent : List.of("", "meta", "person", "company")) {
			JsonNode value = parent.isEmpty() ? document : document.path(parent);
			for (String name : criterion.split("\\.")) {
				value = value.path(name);
			}
			if (!value.isMissingNode()) {
				return value;
			}
		}
		return Json.object().path(criterion);
	}

	private static Predicate<ObjectNode> dates(@Nullable String start, @Nullable String end) {
		long from = (start != null) ? millis(start) : Long.MIN_VALUE;
		long to = (end != null) ? millis(end) : Long.MAX_VALUE;
		return (conversation) -> {
			long updatedAt = conversation.path("updated_at").asLong(0);
			return updatedAt >= from && updatedAt <= to;
		};
	}

	private static long millis(String date) {
		try {
			return Instant.parse(date).toEpochMilli();
		}
		catch (DateTimeParseException ex) {
			throw Rejection.invalidData("the date should be in ISO 8601");
		}
	}

}
