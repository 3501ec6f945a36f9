package io.github.crispspring.sample.crisp;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;
import tools.jackson.databind.node.ObjectNode;

/**
 * State of a conversation. Not thread-safe: {@link CrispWebsite} synchronizes the access.
 */
final class Conversation {

	static final int PAGE_SIZE = 20;

	static final int MESSAGE_LIMIT = 500;

	private final String sessionId = "session_" + UUID.randomUUID();

	private final String peopleId = UUID.randomUUID().toString();

	private final ObjectNode meta;

	private final Deque<ObjectNode> messages = new ArrayDeque<>();

	private final Watchers<ConversationChange> watchers = new Watchers<>();

	private final Watchers<DeskChange> desk;

	private final long createdAt;

	private long updatedAt;

	private long lastFingerprint;

	private long lastTimestamp;

	private String state = "pending";

	private @Nullable String assigned;

	private final Set<String> operatorsTyping = new HashSet<>();

	private boolean visitorTyping;

	Conversation(String nickname, long now, Watchers<DeskChange> desk) {
		this.desk = desk;
		this.createdAt = now;
		this.updatedAt = now;
		this.meta = Envelope.object().put("nickname", nickname).put("email", "").put("phone", "").put("avatar", "");
		this.meta.putObject("data");
		this.meta.putArray("segments");
	}

	String sessionId() {
		return this.sessionId;
	}

	ObjectNode meta() {
		return this.meta;
	}

	String nickname() {
		return Messages.text(this.meta, "nickname");
	}

	String state() {
		return this.state;
	}

	void state(String state) {
		this.state = state;
		this.watchers.notify(new ConversationChange.StateChanged(state));
		listed();
	}

	@Nullable String assigned() {
		return this.assigned;
	}

	void assigned(@Nullable String operatorId) {
		this.assigned = operatorId;
		listed();
	}

	/**
	 * Several may type at the same time. When the bot stops, an operator may continue.
	 */
	void operatorTyping(String who, boolean typing) {
		if (typing) {
			this.operatorsTyping.add(who);
		}
		else {
			this.operatorsTyping.remove(who);
		}
		this.watchers.notify(new ConversationChange.OperatorTyping(isOperatorTyping()));
		listed();
	}

	private boolean isOperatorTyping() {
		return !this.operatorsTyping.isEmpty();
	}

	void visitorTyping(boolean typing) {
		this.visitorTyping = typing;
		listed();
	}

	/**
	 * Return the timestamp for the next message. It is unique in the conversation,
	 * because messages are paged by it.
	 * @param now the current time
	 * @return the timestamp
	 */
	long nextTimestamp(long now) {
		this.lastTimestamp = Math.max(now, this.lastTimestamp + 1);
		return this.lastTimestamp;
	}

	long nextFingerprint(long timestamp) {
		this.lastFingerprint = Math.max(timestamp * 100, this.lastFingerprint + 1);
		return this.lastFingerprint;
	}

	void add(ObjectNode message) {
		if (this.messages.size() == MESSAGE_LIMIT) {
			this.messages.removeFirst();
		}
		this.messages.addLast(message);
		this.updatedAt = message.path("timestamp").asLong();
		shown(message);
	}

	/**
	 * Notify all who may see a message that it was added or changed.
	 * @param message the message
	 */
	void shown(ObjectNode message) {
		ChatMessage shown = Messages.onPage(message);
		if (Messages.isShownToVisitor(message)) {
			this.watchers.notify(new ConversationChange.MessageChanged(shown));
		}
		this.desk.notify(new DeskChange.MessageChanged(this.sessionId, shown));
		listed();
	}

	/**
	 * Notify the operators that the conversation was added or changed.
	 */
	void listed() {
		this.desk.notify(new DeskChange.ConversationChanged(onDesk()));
	}

	DeskConversation onDesk() {
		ObjectNode last = this.messages.peekLast();
		return new DeskConversation(this.sessionId, nickname(), this.state, this.assigned, unread(Messages.VISITOR),
				this.visitorTyping, isOperatorTyping(), (last != null) ? Messages.excerpt(last.path("content")) : "",
				Instant.ofEpochMilli(this.updatedAt));
	}

	@Nullable ObjectNode message(long fingerprint) {
		return this.messages.stream()
			.filter((message) -> message.path("fingerprint").asLong() == fingerprint)
			.reduce((first, second) -> second)
			.orElse(null);
	}

	List<ObjectNode> messagesFrom(String from) {
		return this.messages.stream().filter((message) -> from.equals(Messages.text(message, "from"))).toList();
	}

	/**
	 * Return a page of messages in the order in which they were sent.
	 * @param before the exclusive end of the page, in epoch milliseconds
	 * @return the newest {@value #PAGE_SIZE} messages before that time
	 */
	List<ObjectNode> page(long before) {
		List<ObjectNode> earlier = earlier(before);
		return earlier.subList(Math.max(0, earlier.size() - PAGE_SIZE), earlier.size());
	}

	boolean hasMoreThanPage(long before) {
		return earlier(before).size() > PAGE_SIZE;
	}

	private List<ObjectNode> earlier(long before) {
		return this.messages.stream().filter((message) -> message.path("timestamp").asLong() < before).toList();
	}

	List<ChatMessage> transcript() {
		return this.messages.stream().filter(Messages::isShownToVisitor).map(Messages::onPage).toList();
	}

	List<ChatMessage> allMessages() {
		return this.messages.stream().map(Messages::onPage).toList();
	}

	void watch(FluxSink<ConversationChange> watcher) {
		transcript().forEach((message) -> watcher.next(new ConversationChange.MessageChanged(message)));
		watcher.next(new ConversationChange.OperatorTyping(isOperatorTyping()));
		watcher.next(new ConversationChange.StateChanged(this.state));
		this.watchers.add(watcher);
	}

	void unwatch(FluxSink<ConversationChange> watcher) {
		this.watchers.remove(watcher);
	}

	void end() {
		this.watchers.end();
	}

	ObjectNode toJson(String websiteId) {
		ObjectNode json = Envelope.object()
			.put("session_id", this.sessionId)
			.put("website_id", websiteId)
			.putNull("inbox_id")
			.put("people_id", this.peopleId)
			.put("state", this.state)
			.put("is_verified", false)
			.put("is_blocked", false)
			.put("availability", this.watchers.isEmpty() ? "offline" : "online");
		json.putObject("active").put("now", !this.watchers.isEmpty()).put("last", this.updatedAt);
		ObjectNode last = this.messages.peekLast();
		if (last != null) {
			String excerpt = Messages.excerpt(last.path("content"));
			json.put("last_message", excerpt);
			json.putObject("preview_message")
				.put("type", Messages.text(last, "type"))
				.put("from", Messages.text(last, "from"))
				.put("excerpt", excerpt)
				.put("fingerprint", last.path("fingerprint").asLong());
		}
		json.putArray("verifications");
		json.putArray("participants");
		json.putArray("mentions");
		ObjectNode compose = json.putObject("compose");
		compose.set("operator", typing(isOperatorTyping()));
		compose.set("visitor", typing(this.visitorTyping));
		json.putObject("unread").put("operator", unread(Messages.VISITOR)).put("visitor", unread(Messages.OPERATOR));
		json.putObject("assigned");
		if (this.assigned != null) {
			json.putObject("assigned").put("user_id", this.assigned);
		}
		json.set("meta", this.meta.deepCopy());
		return json.put("created_at", this.createdAt).put("updated_at", this.updatedAt);
	}

	private ObjectNode typing(boolean typing) {
		return typing ? Envelope.object().put("type", "start") : Envelope.object();
	}

	private long unread(String from) {
		return messagesFrom(from).stream().filter((message) -> Messages.text(message, "read").isEmpty()).count();
	}

}
