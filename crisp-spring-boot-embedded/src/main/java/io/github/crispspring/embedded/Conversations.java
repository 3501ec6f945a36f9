package io.github.crispspring.embedded;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversations and their messages: what visitors and operators do, with the events that
 * it raises.
 */
final class Conversations {

	private static final Set<String> METAS = Set.of("nickname", "email", "phone", "address", "subject", "avatar",
			"data", "segments", "origin");

	private static final Set<String> UNANNOUNCED_METAS = Set.of("ip", "connection", "device");

	private final String websiteId;

	private final Documents documents;

	private final Clock clock;

	private final BiConsumer<String, ObjectNode> events;

	private long lastTimestamp;

	private long lastFingerprint;

	Conversations(String websiteId, Documents documents, Clock clock, BiConsumer<String, ObjectNode> events) {
		this.websiteId = websiteId;
		this.documents = documents;
		this.clock = clock;
		this.events = events;
	}

	private String path() {
		return "website/" + this.websiteId + "/conversation";
	}

	private String messages(String sessionId) {
		return path() + "/" + sessionId + "/message";
	}

	List<ObjectNode> all() {
		return this.documents.all(path());
	}

	ObjectNode require(String sessionId) {
		ObjectNode conversation = this.documents.find(path(), sessionId);
		if (conversation == null) {
			throw Rejection.conversationNotFound();
		}
		return conversation;
	}

	String open(String nickname) {
		long now = this.clock.millis();
		String sessionId = "session_" + UUID.randomUUID();
		ObjectNode conversation = Json.object()
			.put("session_id", sessionId)
			.put("website_id", this.websiteId)
			.putNull("inbox_id")
			.put("people_id", UUID.randomUUID().toString())
			.put("state", "pending")
			.put("status", 0)
			.put("is_verified", false)
			.put("is_blocked", false)
			.put("availability", "online");
		conversation.putObject("active").put("now", true).put("last", now);
		for (String list : List.of("verifications", "participants", "mentions")) {
			conversation.putArray(list);
		}
		ObjectNode compose = conversation.putObject("compose");
		compose.putObject("operator");
		compose.putObject("visitor");
		conversation.putObject("assigned");
		ObjectNode meta = conversation.putObject("meta").put("nickname", nickname);
		List.of("email", "phone", "avatar").forEach((field) -> meta.put(field, ""));
		meta.putObject("data");
		meta.putArray("segments");
		conversation.put("created_at", now).put("updated_at", now).put("waiting_since", now);
		this.documents.put(path(), sessionId, conversation);
		this.documents.removeValue(path() + "/" + sessionId + "/call");
		return sessionId;
	}

	void emit(String event, String sessionId, ObjectNode data) {
		data.put("website_id", this.websiteId).put("session_id", sessionId);
		JsonNode inbox = require(sessionId).path("inbox_id");
		this.events.accept(event, data.<ObjectNode>set("inbox_id", inbox));
	}

	void remove(String sessionId) {
		require(sessionId);
		emit("session:removed", sessionId, Json.object());
		this.documents.remove(path(), sessionId);
	}

	/**
	 * Return a conversation as the REST API does, with what follows from its messages.
	 */
	ObjectNode view(ObjectNode conversation) {
		String sessionId = Json.text(conversation, "session_id");
		List<ObjectNode> messages = messagesOf(sessionId);
		ObjectNode view = conversation.deepCopy();
		view.putObject("unread")
			.put("operator", unread(messages, Messages.VISITOR))
			.put("visitor", unread(messages, Messages.OPERATOR));
		if (!messages.isEmpty()) {
			ObjectNode last = messages.get(messages.size() - 1);
			String excerpt = Messages.excerpt(last.path("content"));
			view.put("last_message", excerpt)
				.putObject("preview_message")
				.put("type", Json.text(last, "type"))
				.put("from", Json.text(last, "from"))
				.put("excerpt", excerpt)
				.put("fingerprint", last.path("fingerprint").asLong());
		}
		return view;
	}

	private static long unread(List<ObjectNode> messages, String from) {
		return messages.stream()
			.filter((message) -> from.equals(Json.text(message, "from")) && Json.text(message, "read").isEmpty())
			.count();
	}

	List<ObjectNode> messagesOf(String sessionId) {
		return this.documents.all(messages(sessionId));
	}

	ObjectNode requireMessage(String sessionId, long fingerprint) {
		require(sessionId);
		ObjectNode message = this.documents.find(messages(sessionId), String.valueOf(fingerprint));
		if (message == null) {
			throw Rejection.notFound();
		}
		return message;
	}

	/**
	 * Add a message.
	 * @return its fingerprint
	 */
	long write(String sessionId, ObjectNode sent) {
		Messages.validate(sent);
		ObjectNode conversation = require(sessionId);
		// No two messages share a timestamp, as lists are paged by it
		long timestamp = Math.max(this.clock.millis(), this.lastTimestamp + 1);
		this.lastTimestamp = timestamp;
		long fingerprint = sent.hasNonNull("fingerprint") ? sent.path("fingerprint").asLong()
				: Math.max(timestamp * 100, this.lastFingerprint + 1);
		this.lastFingerprint = Math.max(fingerprint, this.lastFingerprint);
		ObjectNode message = Messages.stored(sent, conversation, fingerprint, timestamp, author(conversation, sent));
		if (message.path("original") instanceof ObjectNode original) {
			storeOriginal(sessionId, message, original);
		}
		this.documents.put(messages(sessionId), String.valueOf(fingerprint), message);
		conversation.put("updated_at", timestamp);
		boolean visitor = Messages.isFromVisitor(message);
		emit(visitor ? "message:send" : "message:received", sessionId, Messages.inEvent(message));
		if (visitor && !"unresolved".equals(Json.text(conversation, "state"))) {
			state(sessionId, "unresolved");
		}
		return fingerprint;
	}

	/**
	 * Store what a message was made from, such as an email, which has a route of its own.
	 */
	private void storeOriginal(String sessionId, ObjectNode message, ObjectNode original) {
		String id = UUID.randomUUID().toString();
		ObjectNode document = original.deepCopy().put("website_id", this.websiteId).put("session_id", sessionId);
		document.put("original_id", id).put("timestamp", message.path("timestamp").asLong());
		this.documents.put(path() + "/" + sessionId + "/original", id, document);
		message.putObject("original").put("original_id", id);
	}

	private ObjectNode author(ObjectNode conversation, ObjectNode sent) {
		if (sent.path("user") instanceof ObjectNode user) {
			return user.deepCopy();
		}
		return Messages.isFromVisitor(sent)
				? Json.object()
					.put("nickname", Json.text(conversation.path("meta"), "nickname"))
					.put("user_id", Json.text(conversation, "session_id"))
				: Json.object().put("type", "website").put("nickname", "Embedded Crisp");
	}

	void edit(String sessionId, long fingerprint, JsonNode content) {
		ObjectNode message = requireMessage(sessionId, fingerprint);
		if (!content.isString() && !content.isObject()) {
			throw Rejection.invalidData("data should have required property '.content'");
		}
		message.put("edited", true).set("content", content.deepCopy());
		ObjectNode data = Json.object().put("fingerprint", fingerprint);
		emit("message:updated", sessionId, data.<ObjectNode>set("content", content.deepCopy()));
	}

	/**
	 * Answer a picker with one of its choices, or a field with a value.
	 */
	void choose(String sessionId, long fingerprint, String value) {
		JsonNode content = requireMessage(sessionId, fingerprint).path("content").deepCopy();
		boolean found = false;
		for (JsonNode choice : content.path("choices")) {
			boolean selected = value.equals(Json.text(choice, "value"));
			((ObjectNode) choice).put("selected", selected);
			found |= selected;
		}
		if (!found && content.has("choices")) {
			throw Rejection.invalidData("the picker does not have that choice");
		}
		if (!found && content instanceof ObjectNode field) {
			field.put("value", value);
		}
		edit(sessionId, fingerprint, content);
	}

	void removeMessage(String sessionId, long fingerprint) {
		requireMessage(sessionId, fingerprint);
		this.documents.remove(messages(sessionId), String.valueOf(fingerprint));
		emit("message:removed", sessionId, Json.object().put("fingerprint", fingerprint));
	}

	void compose(String sessionId, ObjectNode compose) {
		ObjectNode conversation = require(sessionId);
		boolean operator = Messages.OPERATOR.equals(Json.text(compose, "from"));
		String type = Json.text(compose, "type");
		ObjectNode shown = ((ObjectNode) conversation.path("compose")).putObject(operator ? "operator" : "visitor");
		if (type.equals("start")) {
			shown.put("type", type).put("timestamp", this.clock.millis());
		}
		ObjectNode data = Json.object().put("type", type).put("timestamp", this.clock.millis());
		if (compose.hasNonNull("excerpt")) {
			data.put("excerpt", Json.text(compose, "excerpt"));
		}
		if (operator) {
			data.set("user", author(conversation, compose));
		}
		emit(operator ? "message:compose:receive" : "message:compose:send", sessionId, data);
	}

	/**
	 * Mark messages of the other side as read or delivered.
	 */
	void acknowledge(String sessionId, ObjectNode mark, String field) {
		require(sessionId);
		boolean operator = Messages.OPERATOR.equals(Json.text(mark, "from"));
		String origin = mark.path("origin").asString("chat");
		Set<String> marked = new HashSet<>();
		mark.path("fingerprints").forEach((fingerprint) -> marked.add(fingerprint.asString("")));
		ArrayNode acknowledged = Json.array();
		for (ObjectNode message : messagesOf(sessionId)) {
			long fingerprint = message.path("fingerprint").asLong();
			if (Messages.isFromVisitor(message) == operator && Json.text(message, field).isEmpty()
					&& (marked.isEmpty() || marked.contains(String.valueOf(fingerprint)))) {
				message.put(field, origin);
				acknowledged.add(fingerprint);
			}
		}
		if (!acknowledged.isEmpty()) {
			// Named by the direction of the messages
			String event = field.equals("delivered") ? "delivered" : operator ? "read:send" : "read:received";
			ObjectNode data = Json.object().put("origin", origin);
			emit("message:acknowledge:" + event, sessionId, data.<ObjectNode>set("fingerprints", acknowledged));
		}
	}

	void markUnread(String sessionId) {
		ObjectNode data = Json.object().put("origin", "chat");
		ArrayNode fingerprints = data.putArray("fingerprints");
		messagesOf(sessionId).stream()
			.filter(Messages::isFromVisitor)
			.reduce((first, second) -> second)
			.ifPresent((last) -> {
				last.put("read", "");
				fingerprints.add(last.path("fingerprint").asLong());
			});
		emit("message:acknowledge:unread:send", sessionId, data);
	}

	void state(String sessionId, String state) {
		require(sessionId).put("state", state);
		emit("session:set_state", sessionId, Json.object().put("state", state));
	}

	void assign(String sessionId, @Nullable String userId) {
		ObjectNode conversation = require(sessionId);
		String previous = conversation.path("assigned").path("user_id").stringValue(null);
		conversation.putObject("assigned");
		if (userId != null) {
			conversation.putObject("assigned").put("user_id", userId);
		}
		if (!Objects.equals(previous, userId)) {
			emit("session:set_routing", sessionId,
					Json.object().put("routing_id", userId).put("previous_routing_id", previous));
		}
	}

	void inbox(String sessionId, @Nullable String inboxId) {
		ObjectNode conversation = require(sessionId);
		JsonNode previous = conversation.path("inbox_id");
		conversation.put("inbox_id", inboxId);
		emit("session:set_inbox", sessionId, Json.object().<ObjectNode>set("previous_inbox_id", previous));
	}

	void block(String sessionId, boolean blocked) {
		require(sessionId).put("is_blocked", blocked);
		emit("session:set_block", sessionId, Json.object().put("is_blocked", blocked));
	}

	void verify(String sessionId, boolean verified) {
		require(sessionId).put("is_verified", verified);
		ObjectNode data = Json.object().put("is_verified", verified);
		data.putArray("verifications");
		emit("session:update_verify", sessionId, data);
	}

	void participants(String sessionId, JsonNode participants) {
		ArrayNode saved = participants.isArray() ? (ArrayNode) participants.deepCopy() : Json.array();
		require(sessionId).set("participants", saved);
		emit("session:set_participants", sessionId, Json.object().<ObjectNode>set("participants", saved.deepCopy()));
	}

	void meta(String sessionId, ObjectNode changes) {
		ObjectNode meta = (ObjectNode) require(sessionId).path("meta");
		for (Map.Entry<String, JsonNode> change : changes.properties()) {
			String field = change.getKey();
			if (!METAS.contains(field) && !UNANNOUNCED_METAS.contains(field)) {
				throw Rejection.invalidData("data should NOT have additional property '." + field + "'");
			}
			Json.merge(meta, Json.object().<ObjectNode>set(field, change.getValue()));
			if (field.equals("email")) {
				bind(sessionId, change.getValue().asString(""));
			}
			if (METAS.contains(field)) {
				emit("session:set_" + field, sessionId,
						Json.object().<ObjectNode>set(field, meta.path(field).deepCopy()));
			}
		}
	}

	/**
	 * Bind a conversation to the profile with the email address of its visitor.
	 */
	private void bind(String sessionId, String email) {
		this.documents.all(Route.resolve(ResourceCollection.PROFILE, Map.of("website_id", this.websiteId)))
			.stream()
			.filter((profile) -> email.equals(Json.text(profile, "email")))
			.findFirst()
			.ifPresent((profile) -> {
				String peopleId = Json.text(profile, "people_id");
				require(sessionId).put("people_id", peopleId);
				emit("people:bind:session", sessionId, Json.object().put("people_id", peopleId));
			});
	}

}
