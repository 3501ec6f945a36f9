package io.github.crispspring.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of one conversation, as Crisp returns them.
 */
final class TestHistory {

	private static final String FINGERPRINT = "fingerprint";

	private static final AtomicLong fingerprints = new AtomicLong(Instant.now().toEpochMilli());

	private final String websiteId;

	private final String sessionId;

	private final List<ObjectNode> messages = new ArrayList<>();

	private boolean open;

	private long lastTimestamp;

	TestHistory(String websiteId, String sessionId) {
		this.websiteId = websiteId;
		this.sessionId = sessionId;
	}

	String sessionId() {
		return this.sessionId;
	}

	/**
	 * Note that the conversation exists.
	 */
	synchronized void open() {
		this.open = true;
	}

	synchronized boolean exists() {
		return this.open || !this.messages.isEmpty();
	}

	/**
	 * Return the conversation itself.
	 */
	ObjectNode conversation() {
		return CrispJson.mapper()
			.createObjectNode()
			.put("website_id", this.websiteId)
			.put("session_id", this.sessionId);
	}

	/**
	 * Create a message of the conversation with a fingerprint and time of its own. It is
	 * not added.
	 */
	ObjectNode message(Sender from, MessageUser user, MessageContent content) {
		ObjectNode message = conversation().put("type", content.type()).put("origin", "chat");
		message.set("from", CrispJson.mapper().valueToTree(from));
		message.set("user", CrispJson.mapper().valueToTree(user));
		message.set("content", CrispJson.mapper().valueToTree(content));
		return completed(message);
	}

	/**
	 * Add a message that the application sent.
	 * @return its fingerprint
	 */
	long send(JsonNode body) {
		ObjectNode message = conversation();
		message.setAll((ObjectNode) body.deepCopy());
		add(completed(message));
		return message.path(FINGERPRINT).asLong();
	}

	private synchronized ObjectNode completed(ObjectNode message) {
		if (!message.has(FINGERPRINT)) {
			message.put(FINGERPRINT, fingerprints.incrementAndGet());
		}
		if (!message.has("timestamp")) {
			// Distinct, so that pages can be read by time
			this.lastTimestamp = Math.max(this.lastTimestamp + 1, Instant.now().toEpochMilli());
			message.put("timestamp", this.lastTimestamp);
		}
		return message.put("stamped", true);
	}

	/**
	 * Add a message unless it is already present.
	 */
	synchronized void add(ObjectNode message) {
		if (find(message.path(FINGERPRINT).asString("")) == null) {
			this.messages.add(message);
		}
	}

	synchronized @Nullable ObjectNode find(String fingerprint) {
		return this.messages.stream()
			.filter((message) -> message.path(FINGERPRINT).asString("").equals(fingerprint))
			.findFirst()
			.orElse(null);
	}

	synchronized void edit(String fingerprint, JsonNode content) {
		this.messages.replaceAll((message) -> message.path(FINGERPRINT).asString("").equals(fingerprint)
				? message.deepCopy().put("edited", true).set("content", content) : message);
	}

	synchronized void remove(String fingerprint) {
		this.messages.removeIf((message) -> message.path(FINGERPRINT).asString("").equals(fingerprint));
	}

	/**
	 * Return the messages in a period.
	 * @param after the start, exclusive
	 * @param before the end, exclusive
	 */
	synchronized ArrayNode list(Instant after, Instant before) {
		ArrayNode list = CrispJson.mapper().createArrayNode();
		this.messages.stream().filter((message) -> {
			Instant time = CrispJson.readInstant(message.path("timestamp"));
			return time == null || (after.isBefore(time) && before.isAfter(time));
		}).forEach(list::add);
		return list;
	}

	synchronized List<ConversationMessage> messages() {
		return this.messages.stream()
			.map((message) -> Objects.requireNonNull(CrispJson.read(message, ConversationMessage.class)))
			.toList();
	}

}
