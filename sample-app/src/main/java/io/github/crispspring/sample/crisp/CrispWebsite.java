package io.github.crispspring.sample.crisp;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Website of the embedded Crisp. It performs the actions of visitors and operators and
 * publishes the resulting events. All methods are synchronized, so that events are
 * published in order. Consumers of events must not block.
 */
final class CrispWebsite {

	private static final Set<String> STATES = Set.of("pending", "unresolved", "resolved");

	private static final Set<String> METAS = Set.of("nickname", "email", "phone", "address", "subject", "avatar",
			"data", "segments");

	private static final int DESK_LIMIT = 50;

	private static final String NAME = "Fern & Pot";

	private final String id = UUID.randomUUID().toString();

	private final Watchers<DeskChange> desk = new Watchers<>();

	private final Conversations conversations = new Conversations(this.desk);

	private final Clock clock;

	private final Consumer<PlatformEvent> events;

	CrispWebsite(Clock clock, Consumer<PlatformEvent> events) {
		this.clock = clock;
		this.events = events;
	}

	String id() {
		return this.id;
	}

	synchronized String open(String nickname) {
		Conversation conversation = new Conversation(nickname, this.clock.millis(), this.desk);
		this.conversations.add(conversation);
		return conversation.sessionId();
	}

	synchronized void visit(String sessionId) {
		emit("session:request:initiated", sessionId, Envelope.object());
	}

	synchronized void remove(String sessionId) {
		this.conversations.remove(this.conversations.require(sessionId));
		emit("session:removed", sessionId, Envelope.object());
	}

	synchronized ObjectNode conversation(String sessionId) {
		return this.conversations.require(sessionId).toJson(this.id);
	}

	synchronized ArrayNode list(int page, int size) {
		return array(this.conversations.page(page, size).stream().map((each) -> each.toJson(this.id)).toList());
	}

	synchronized Envelope messages(String sessionId, long before) {
		Conversation conversation = this.conversations.require(sessionId);
		// Crisp responds with 206 if earlier messages exist
		int status = conversation.hasMoreThanPage(before) ? 206 : 200;
		return Envelope.of(status, "listed", array(conversation.page(before)));
	}

	synchronized ObjectNode message(String sessionId, long fingerprint) {
		return requireMessage(this.conversations.require(sessionId), fingerprint).deepCopy();
	}

	synchronized List<ChatMessage> transcript(String sessionId) {
		return this.conversations.require(sessionId).transcript();
	}

	synchronized List<ChatMessage> allMessages(String sessionId) {
		return this.conversations.require(sessionId).allMessages();
	}

	synchronized Flux<ConversationChange> changes(String sessionId) {
		this.conversations.require(sessionId);
		return Flux.create((watcher) -> watch(sessionId, watcher));
	}

	private synchronized void watch(String sessionId, FluxSink<ConversationChange> watcher) {
		Conversation conversation = this.conversations.find(sessionId);
		if (conversation == null) {
			watcher.complete();
			return;
		}
		conversation.watch(watcher);
		watcher.onDispose(() -> unwatch(conversation, watcher));
	}

	private synchronized void unwatch(Conversation conversation, FluxSink<ConversationChange> watcher) {
		conversation.unwatch(watcher);
	}

	Flux<DeskChange> deskChanges() {
		return Flux.create(this::watchDesk);
	}

	private synchronized void watchDesk(FluxSink<DeskChange> watcher) {
		this.conversations.page(1, DESK_LIMIT)
			.forEach((each) -> watcher.next(new DeskChange.ConversationChanged(each.onDesk())));
		this.desk.add(watcher);
		watcher.onDispose(() -> unwatchDesk(watcher));
	}

	private synchronized void unwatchDesk(FluxSink<DeskChange> watcher) {
		this.desk.remove(watcher);
	}

	synchronized long send(String sessionId, ObjectNode sent) {
		Messages.validate(sent);
		Conversation conversation = this.conversations.require(sessionId);
		long timestamp = conversation.nextTimestamp(this.clock.millis());
		Long chosen = Messages.fingerprint(sent);
		long fingerprint = (chosen != null) ? chosen : conversation.nextFingerprint(timestamp);
		ObjectNode message = Messages.stored(sent.deepCopy(), this.id, sessionId, fingerprint, timestamp,
				author(conversation, sent));
		conversation.add(message);
		boolean fromVisitor = Messages.isFromVisitor(message);
		emit(fromVisitor ? "message:send" : "message:received", sessionId, Messages.inEvent(message));
		if (fromVisitor && !"unresolved".equals(conversation.state())) {
			// A visitor's message reopens a resolved conversation
			changeState(conversation, "unresolved");
		}
		return fingerprint;
	}

	private ObjectNode author(Conversation conversation, ObjectNode sent) {
		if (Messages.isFromVisitor(sent)) {
			return Envelope.object().put("nickname", conversation.nickname()).put("user_id", conversation.sessionId());
		}
		ObjectNode author = Envelope.object().put("type", "website").put("nickname", NAME);
		if (sent.path("user") instanceof ObjectNode user) {
			author.setAll(user.deepCopy());
		}
		return author;
	}

	synchronized void edit(String sessionId, long fingerprint, JsonNode content) {
		if (!content.isString() && !content.isObject()) {
			throw RejectedRequestException.invalidData("data should have required property '.content'");
		}
		Conversation conversation = this.conversations.require(sessionId);
		ObjectNode message = requireMessage(conversation, fingerprint);
		replaceContent(conversation, message, content.deepCopy());
		message.put("edited", true);
	}

	synchronized void choose(String sessionId, long fingerprint, String value) {
		Conversation conversation = this.conversations.require(sessionId);
		ObjectNode message = requireMessage(conversation, fingerprint);
		JsonNode content = message.path("content").deepCopy();
		boolean found = false;
		for (JsonNode choice : content.path("choices")) {
			boolean selected = value.equals(Messages.text(choice, "value"));
			((ObjectNode) choice).put("selected", selected);
			found |= selected;
		}
		if (!found) {
			throw RejectedRequestException.invalidData("the picker does not have that choice");
		}
		replaceContent(conversation, message, content);
	}

	private void replaceContent(Conversation conversation, ObjectNode message, JsonNode content) {
		message.set("content", content);
		conversation.shown(message);
		ObjectNode data = Envelope.object().put("fingerprint", message.path("fingerprint").asLong());
		data.set("content", content.deepCopy());
		emit("message:updated", conversation.sessionId(), data);
	}

	private ObjectNode requireMessage(Conversation conversation, long fingerprint) {
		ObjectNode message = conversation.message(fingerprint);
		if (message == null) {
			throw RejectedRequestException.messageNotFound();
		}
		return message;
	}

	synchronized void compose(String sessionId, ObjectNode compose) {
		Conversation conversation = this.conversations.require(sessionId);
		String type = oneOf(compose, "type", Set.of("start", "stop"));
		String from = oneOf(compose, "from", Set.of(Messages.VISITOR, Messages.OPERATOR));
		boolean typing = "start".equals(type);
		ObjectNode data = Envelope.object().put("type", type).put("timestamp", this.clock.millis());
		if (compose.hasNonNull("excerpt")) {
			data.put("excerpt", Messages.text(compose, "excerpt"));
		}
		if (Messages.OPERATOR.equals(from)) {
			conversation.operatorTyping(compose.path("user").path("user_id").asString("bot"), typing);
			data.set("user", author(conversation, compose));
			emit("message:compose:receive", sessionId, data);
		}
		else {
			conversation.visitorTyping(typing);
			emit("message:compose:send", sessionId, data);
		}
	}

	synchronized void acknowledge(String sessionId, ObjectNode mark, String property) {
		Conversation conversation = this.conversations.require(sessionId);
		String from = oneOf(mark, "from", Set.of(Messages.VISITOR, Messages.OPERATOR));
		String origin = mark.path("origin").asString("chat");
		boolean byOperator = Messages.OPERATOR.equals(from);
		Set<Long> marked = fingerprints(mark);
		ObjectNode data = Envelope.object().put("origin", origin);
		ArrayNode acknowledged = data.putArray("fingerprints");
		for (ObjectNode message : conversation.messagesFrom(byOperator ? Messages.VISITOR : Messages.OPERATOR)) {
			long fingerprint = message.path("fingerprint").asLong();
			if (Messages.text(message, property).isEmpty() && (marked.isEmpty() || marked.contains(fingerprint))) {
				message.put(property, origin);
				acknowledged.add(fingerprint);
				conversation.shown(message);
			}
		}
		if (acknowledged.isEmpty()) {
			return;
		}
		String event = "delivered";
		if ("read".equals(property)) {
			// Named after the event of the message: 'message:send' or 'message:received'
			event = byOperator ? "read:send" : "read:received";
		}
		emit("message:acknowledge:" + event, sessionId, data);
	}

	private static Set<Long> fingerprints(ObjectNode mark) {
		Set<Long> fingerprints = new HashSet<>();
		mark.path("fingerprints").forEach((each) -> each.asLongOpt().ifPresent(fingerprints::add));
		return fingerprints;
	}

	synchronized ObjectNode state(String sessionId) {
		return Envelope.object().put("state", this.conversations.require(sessionId).state());
	}

	synchronized void changeState(String sessionId, ObjectNode change) {
		Conversation conversation = this.conversations.require(sessionId);
		changeState(conversation, oneOf(change, "state", STATES));
	}

	private void changeState(Conversation conversation, String state) {
		conversation.state(state);
		emit("session:set_state", conversation.sessionId(), Envelope.object().put("state", state));
	}

	synchronized ObjectNode meta(String sessionId) {
		return this.conversations.require(sessionId).meta().deepCopy();
	}

	synchronized void changeMeta(String sessionId, ObjectNode change) {
		ObjectNode meta = this.conversations.require(sessionId).meta();
		for (Map.Entry<String, JsonNode> entry : change.deepCopy().properties()) {
			String property = entry.getKey();
			if (!METAS.contains(property)) {
				throw RejectedRequestException
					.invalidData("data should NOT have additional property '." + property + "'");
			}
			if ("data".equals(property) && entry.getValue() instanceof ObjectNode data
					&& meta.path(property) instanceof ObjectNode present) {
				present.setAll(data);
			}
			else {
				meta.set(property, entry.getValue());
			}
			emit("session:set_" + property, sessionId, Envelope.object().set(property, meta.path(property).deepCopy()));
		}
	}

	synchronized ObjectNode routing(String sessionId) {
		String assigned = this.conversations.require(sessionId).assigned();
		ObjectNode routing = Envelope.object().putNull("assigned");
		if (assigned != null) {
			routing.putObject("assigned").put("user_id", assigned);
		}
		return routing;
	}

	synchronized void changeRouting(String sessionId, ObjectNode change) {
		Conversation conversation = this.conversations.require(sessionId);
		if (!change.has("assigned")) {
			throw RejectedRequestException.invalidData("data should have required property '.assigned'");
		}
		String previous = conversation.assigned();
		String operatorId = change.path("assigned").path("user_id").stringValue(null);
		conversation.assigned(operatorId);
		if (!Objects.equals(previous, operatorId)) {
			emit("session:set_routing", sessionId,
					Envelope.object().put("routing_id", operatorId).put("previous_routing_id", previous));
		}
	}

	/**
	 * Complete the streams of changes.
	 */
	synchronized void close() {
		this.conversations.newestFirst().forEach(Conversation::end);
		this.desk.end();
	}

	private void emit(String name, String sessionId, ObjectNode data) {
		data.put("website_id", this.id).put("session_id", sessionId);
		this.events.accept(new PlatformEvent(name, this.id, sessionId, data, this.clock.millis()));
	}

	private static String oneOf(ObjectNode object, String property, Set<String> allowed) {
		if (!object.hasNonNull(property)) {
			throw RejectedRequestException.invalidData("data should have required property '." + property + "'");
		}
		String value = Messages.text(object, property);
		if (!allowed.contains(value)) {
			throw RejectedRequestException
				.invalidData("data." + property + " should be equal to one of the allowed values");
		}
		return value;
	}

	private static ArrayNode array(List<ObjectNode> nodes) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		nodes.forEach((node) -> array.add(node.deepCopy()));
		return array;
	}

}
