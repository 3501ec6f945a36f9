package io.github.crispspring.sample.crisp;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversion of messages between requests to the REST API, storage, events and the page.
 */
final class Messages {

	static final String VISITOR = "user";

	static final String OPERATOR = "operator";

	private static final Set<String> SENDERS = Set.of(VISITOR, OPERATOR);

	private static final Set<String> TYPES = Set.of("text", "note", "file", "animation", "audio", "picker", "field",
			"carousel", "event");

	private static final Set<String> TEXT_TYPES = Set.of("text", "note");

	private static final List<String> IN_EVENTS = List.of("website_id", "type", "from", "origin", "content",
			"fingerprint", "user", "timestamp", "stamped", "session_id");

	private Messages() {
	}

	static void validate(JsonNode message) {
		for (String property : List.of("type", "from", "origin", "content")) {
			if (!message.hasNonNull(property)) {
				throw RejectedRequestException.invalidData("data should have required property '." + property + "'");
			}
		}
		check(TYPES.contains(text(message, "type")), "data.type should be equal to one of the allowed values");
		check(SENDERS.contains(text(message, "from")), "data.from should be equal to one of the allowed values");
		check(message.path("origin").isString(), "data.origin should be string");
		if (TEXT_TYPES.contains(text(message, "type"))) {
			check(message.path("content").isString(), "data.content should be string");
		}
		else {
			check(message.path("content").isObject(), "data.content should be object");
		}
		if (message.hasNonNull("fingerprint")) {
			check(fingerprint(message) != null, "data.fingerprint should be integer");
		}
	}

	private static void check(boolean condition, String message) {
		if (!condition) {
			throw RejectedRequestException.invalidData(message);
		}
	}

	/**
	 * Return the fingerprint that the sender chose.
	 * @param message the message
	 * @return the fingerprint, or {@code null} if there is none
	 */
	static @Nullable Long fingerprint(JsonNode message) {
		return message.path("fingerprint").asLongOpt().stream().boxed().findFirst().orElse(null);
	}

	static ObjectNode stored(ObjectNode sent, String websiteId, String sessionId, long fingerprint, long timestamp,
			ObjectNode user) {
		ObjectNode stored = Envelope.object().put("session_id", sessionId).put("website_id", websiteId);
		for (String property : List.of("type", "from", "origin", "content")) {
			stored.set(property, sent.path(property));
		}
		stored.putArray("preview");
		copyOr(sent, stored, "mentions", () -> stored.putArray("mentions"));
		stored.put("read", "").put("delivered", "").putObject("ignored");
		stored.put("edited", false)
			.put("translated", false)
			.put("automated", sent.path("automated").asBoolean(false))
			.put("stamped", true)
			.put("fingerprint", fingerprint)
			.put("timestamp", timestamp)
			.set("user", user);
		copyOr(sent, stored, "references", () -> stored.putArray("references"));
		copyOr(sent, stored, "properties", () -> stored.putObject("properties"));
		if (sent.path("original").isObject()) {
			stored.set("original", sent.path("original"));
		}
		return stored;
	}

	private static void copyOr(ObjectNode from, ObjectNode to, String property, Runnable otherwise) {
		if (from.hasNonNull(property)) {
			to.set(property, from.path(property));
		}
		else {
			otherwise.run();
		}
	}

	static ObjectNode inEvent(ObjectNode stored) {
		ObjectNode data = Envelope.object();
		IN_EVENTS.forEach((property) -> data.set(property, stored.path(property)));
		if (!isFromVisitor(stored)) {
			data.set("mentions", stored.path("mentions"));
		}
		if (stored.path("automated").asBoolean(false)) {
			data.put("automated", true);
		}
		return data.deepCopy();
	}

	static boolean isFromVisitor(JsonNode message) {
		return VISITOR.equals(text(message, "from"));
	}

	/**
	 * Return whether the visitor may see a message. Notes and events are for operators
	 * only.
	 * @param message the message
	 * @return whether the visitor may see it
	 */
	static boolean isShownToVisitor(JsonNode message) {
		return !Set.of("note", "event").contains(text(message, "type"));
	}

	static ChatMessage onPage(ObjectNode stored) {
		JsonNode content = stored.path("content");
		List<ChatMessage.Choice> choices = StreamSupport.stream(content.path("choices").spliterator(), false)
			.map((choice) -> new ChatMessage.Choice(text(choice, "value"), text(choice, "label"),
					choice.path("selected").asBoolean(false)))
			.toList();
		return new ChatMessage(stored.path("fingerprint").asString(), isFromVisitor(stored),
				stored.path("automated").asBoolean(false), text(stored.path("user"), "nickname"), text(stored, "type"),
				excerpt(content), choices, !text(stored, "read").isEmpty(),
				Instant.ofEpochMilli(stored.path("timestamp").asLong()));
	}

	/**
	 * Return a message as plain text.
	 * @param content the content of the message
	 * @return the text, empty if there is none
	 */
	static String excerpt(JsonNode content) {
		if (content.isString()) {
			return content.asString();
		}
		for (String property : List.of("text", "name", "url")) {
			if (!text(content, property).isEmpty()) {
				return text(content, property);
			}
		}
		return "";
	}

	static String text(JsonNode object, String property) {
		return object.path(property).asString("");
	}

}
