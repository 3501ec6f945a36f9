package io.github.crispspring.embedded;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes of conversations that do more than to read or store.
 */
final class ConversationRoutes {

	private final Map<String, Function<RestCall, RestResponse>> routes = new HashMap<>();

	private final Conversations conversations;

	ConversationRoutes(Conversations conversations) {
		this.conversations = conversations;
		read("listConversations", this::list);
		read("createNewConversation",
				(call) -> RestResponse.added(Json.object().put("session_id", conversations.open("visitor"))));
		read("getConversation", (call) -> RestResponse.resolved(conversations.view(conversation(call))));
		read("initiateConversationWithExistingSession", (call) -> {
			conversations.emit("session:request:initiated", session(call), Json.object());
			return RestResponse.dispatched();
		});
		read("removeConversation", (call) -> {
			conversations.remove(session(call));
			return RestResponse.deleted();
		});
		messages();
		properties();
		batches();
	}

	private void messages() {
		Conversations conversations = this.conversations;
		read("getMessagesInConversation", this::listMessages);
		read("sendMessageInConversation", (call) -> RestResponse
			.dispatched(Json.object().put("fingerprint", conversations.write(session(call), call.object()))));
		read("getMessageInConversation", (call) -> RestResponse
			.resolved(conversations.requireMessage(session(call), call.number("fingerprint")).deepCopy()));
		read("updateMessageInConversation", (call) -> {
			conversations.edit(session(call), call.number("fingerprint"), call.body().path("content"));
			return RestResponse.updated();
		});
		read("removeMessageInConversation", (call) -> {
			conversations.removeMessage(session(call), call.number("fingerprint"));
			return RestResponse.deleted();
		});
		dispatch("composeMessageInConversation", conversations::compose);
		dispatch("markMessagesReadInConversation", (session, body) -> conversations.acknowledge(session, body, "read"));
		dispatch("markMessagesDeliveredInConversation",
				(session, body) -> conversations.acknowledge(session, body, "delivered"));
		dispatch("markConversationAsUnread", (session, body) -> conversations.markUnread(session));
		dispatch("requestUserFeedbackForConversation", (session, body) -> conversations.require(session));
	}

	private void properties() {
		Conversations conversations = this.conversations;
		property("getConversationMetas", (conversation) -> conversation.path("meta"));
		property("getConversationState", (conversation) -> only(conversation, "state", "state"));
		property("getConversationRoutingAssign", (conversation) -> Json.object()
			.set("assigned", conversation.path("assigned").isEmpty() ? null : conversation.path("assigned")));
		property("getConversationParticipants", (conversation) -> only(conversation, "participants", "participants"));
		property("getBlockStatusForConversation", (conversation) -> only(conversation, "is_blocked", "blocked"));
		property("getVerifyStatusForConversation", (conversation) -> only(conversation, "is_verified", "verified"));
		update("updateConversationMetas", conversations::meta);
		update("changeConversationState", (session, body) -> conversations.state(session, Json.text(body, "state")));
		update("assignConversationRouting", (session, body) -> conversations.assign(session, assigned(body)));
		update("updateConversationInbox",
				(session, body) -> conversations.inbox(session, body.path("inbox_id").stringValue(null)));
		update("saveConversationParticipants",
				(session, body) -> conversations.participants(session, body.path("participants")));
		update("blockIncomingMessagesForConversation",
				(session, body) -> conversations.block(session, body.path("blocked").asBoolean()));
		update("updateVerifyStatusForConversation",
				(session, body) -> conversations.verify(session, body.path("verified").asBoolean()));
		update("updateConversationOpenState", (session, body) -> conversations
			.emit(body.path("opened").asBoolean() ? "session:set_opened" : "session:set_closed", session, operator()));
	}

	private void batches() {
		Conversations conversations = this.conversations;
		batch("batchResolveConversations", (session, body) -> conversations.state(session, "resolved"));
		batch("batchUnresolveConversations", (session, body) -> conversations.state(session, "unresolved"));
		batch("batchReadConversations", (session, body) -> conversations.acknowledge(session,
				Json.object().put("from", Messages.OPERATOR), "read"));
		batch("batchUnreadConversations", (session, body) -> conversations.markUnread(session));
		batch("batchRemoveConversations", (session, body) -> conversations.remove(session));
		batch("batchReportConversations", (session, body) -> conversations.require(session));
		batch("batchBlockConversations",
				(session, body) -> conversations.block(session, body.path("blocked").asBoolean()));
		batch("batchRoutingConversations", (session, body) -> conversations.assign(session, assigned(body)));
		batch("batchInboxConversations",
				(session, body) -> conversations.inbox(session, body.path("inbox_id").stringValue(null)));
		batch("batchUpdateConversationsData", (session, body) -> conversations.meta(session,
				Json.object().<ObjectNode>set("data", body.path("data"))));
		batch("batchUpdateConversationsSegments", (session, body) -> conversations.meta(session,
				Json.object().<ObjectNode>set("segments", body.path("segments"))));
	}

	/**
	 * Handle a call if its route is one of these.
	 */
	@Nullable RestResponse handle(RestCall call) {
		Function<RestCall, RestResponse> route = this.routes.get(call.route().name());
		return (route != null) ? route.apply(call) : null;
	}

	private void read(String name, Function<RestCall, RestResponse> handler) {
		this.routes.put("website." + name, handler);
	}

	private void property(String name, Function<ObjectNode, JsonNode> property) {
		read(name, (call) -> RestResponse.resolved(property.apply(conversation(call)).deepCopy()));
	}

	private void update(String name, BiConsumer<String, ObjectNode> change) {
		read(name, (call) -> {
			change.accept(session(call), call.object());
			return RestResponse.updated();
		});
	}

	private void dispatch(String name, BiConsumer<String, ObjectNode> action) {
		read(name, (call) -> {
			action.accept(session(call), call.object());
			return RestResponse.dispatched();
		});
	}

	private void batch(String name, BiConsumer<String, ObjectNode> change) {
		read(name, (call) -> {
			List<String> sessions = call.body().path("sessions").valueStream().map(JsonNode::asString).toList();
			sessions.forEach(this.conversations::require);
			sessions.forEach((session) -> change.accept(session, call.object()));
			return RestResponse.dispatched();
		});
	}

	private static String session(RestCall call) {
		return call.variable("session_id");
	}

	private ObjectNode conversation(RestCall call) {
		return this.conversations.require(session(call));
	}

	private static ObjectNode only(ObjectNode conversation, String field, String name) {
		return Json.object().set(name, conversation.path(field));
	}

	private static @Nullable String assigned(ObjectNode body) {
		return body.path("assigned").path("user_id").stringValue(null);
	}

	private static ObjectNode operator() {
		ObjectNode data = Json.object();
		data.set("operator", EmbeddedOperator.ALL.get(0).toUser());
		return data;
	}

	private RestResponse list(RestCall call) {
		List<ObjectNode> conversations = this.conversations.all()
			.stream()
			.map(this.conversations::view)
			.filter(Filters.conversations(call))
			.sorted(Filters.conversationOrder(call))
			.toList();
		return RestResponse.listed(Json.array(Resources.page(call, conversations)));
	}

	/**
	 * List a page of messages. The status is 206 if there are more in that direction.
	 */
	private RestResponse listMessages(RestCall call) {
		this.conversations.require(session(call));
		long before = call.queryNumber("timestamp_before", Long.MAX_VALUE);
		long after = call.queryNumber("timestamp_after", Long.MIN_VALUE);
		long around = call.queryNumber("timestamp_around", -1);
		List<ObjectNode> messages = this.conversations.messagesOf(session(call))
			.stream()
			.filter((message) -> timestamp(message) < before && timestamp(message) > after)
			.sorted(Comparator.comparingLong(ConversationRoutes::timestamp))
			.toList();
		int size = Resources.PAGE_SIZE;
		int start = Math.max(0, messages.size() - size);
		if (call.query("timestamp_after") != null) {
			start = 0;
		}
		else if (around >= 0) {
			long earlier = messages.stream().filter((message) -> timestamp(message) < around).count();
			start = (int) Math.max(0, earlier - size / 2);
		}
		List<ObjectNode> page = messages.subList(start, Math.min(messages.size(), start + size));
		int status = (page.size() < messages.size()) ? 206 : 200;
		return new RestResponse(status, "listed", Json.array(page));
	}

	private static long timestamp(ObjectNode message) {
		return message.path("timestamp").asLong();
	}

}
