package io.github.crispspring.embedded;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message in its forms: sent, stored, and in an event.
 */
final class Messages {

	static final String VISITOR = "user";

	static final String OPERATOR = "operator";

	private static final Set<String> SENDERS = Set.of(VISITOR, OPERATOR);

	private static final Set<String> TEXT_TYPES = Set.of("text", "note");

	private static final Set<String> TYPES = Set.of("text", "note", "file", "animation", "audio", "picker", "field",
			"carousel", "event");

	private static final List<String> IN_EVENTS = List.of("website_id", "session_id", "type", "from", "origin",
			"content", "fingerprint", "user", "mentions", "timestamp", "stamped", "automated");

	private Messages() {
	}

	static void validate(JsonNode message) {
		for (String field : List.of("type", "from", "origin", "content")) {
			if (!message.hasNonNull(field)) {
				throw Rejection.invalidData("data should have required property '." + field + "'");
			}
		}
		check(TYPES.contains(Json.text(message, "type")), "data.type should be equal to one of the allowed values");
		check(SENDERS.contains(Json.text(message, "from")), "data.from should be equal to one of the allowed values");
		check(message.path("origin").isString(), "data.origin should be string");
		boolean text = TEXT_TYPES.contains(Json.text(message, "type"));
		check(text ? message.path("content").isString() : message.path("content").isObject(),
				"data.content should be " + (text ? "string" : "object"));
		check(!message.hasNonNull("fingerprint") || message.path("fingerprint").isIntegralNumber(),
				"data.fingerprint should be integer");
	}

	private static void check(boolean valid, String message) {
		if (!valid) {
			throw Rejection.invalidData(message);
		}
	}

	static ObjectNode stored(ObjectNode sent, ObjectNode conversation, long fingerprint, long timestamp,
			ObjectNode user) {
		ObjectNode stored = Json.object();
		for (String field : List.of("session_id", "website_id")) {
			stored.set(field, conversation.path(field));
		}
		stored.putArray("preview");
		stored.putArray("mentions");
		stored.put("read", "").put("delivered", "").putObject("ignored");
		stored.put("edited", false).put("translated", false).put("automated", false).put("stamped", true);
		stored.putArray("references");
		stored.putObject("properties");
		sent.forEachEntry((field, value) -> {
			if (!value.isNull() && !field.equals("stealth")) {
				stored.set(field, value.deepCopy());
			}
		});
		stored.put("fingerprint", fingerprint).put("timestamp", timestamp).set("user", user);
		return stored;
	}

	static ObjectNode inEvent(ObjectNode stored) {
		ObjectNode data = Json.object();
		IN_EVENTS.forEach((field) -> data.set(field, stored.path(field).deepCopy()));
		return data;
	}

	static boolean isFromVisitor(JsonNode message) {
		return VISITOR.equals(Json.text(message, "from"));
	}

	/**
	 * Return the text of any content that a person reads.
	 */
	static String excerpt(JsonNode content) {
		if (content.isString()) {
			return content.asString();
		}
		return List.of("text", "name", "url")
			.stream()
			.map((field) -> Json.text(content, field))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
	}

}
