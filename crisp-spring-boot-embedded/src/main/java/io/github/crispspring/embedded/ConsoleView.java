package io.github.crispspring.embedded;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON of what the console shows.
 */
final class ConsoleView {

	private ConsoleView() {
	}

	static ObjectNode state(EmbeddedCrisp crisp) {
		ObjectNode json = Json.object()
			.put("url", crisp.url().toString())
			.put("websiteId", crisp.websiteId())
			.put("transport", crisp.transport().name())
			.put("rtmConnected", crisp.isRtmConnected())
			.put("webhookUrl", (crisp.webhookUrl() != null) ? String.valueOf(crisp.webhookUrl()) : null);
		json.set("faults", faults(crisp.faults().pending()));
		ArrayNode operators = json.putArray("operators");
		crisp.operators()
			.forEach((operator) -> operators.addObject()
				.put("userId", operator.userId())
				.put("nickname", operator.nickname()));
		ObjectNode listeners = json.putObject("listeners");
		crisp.listeners().forEach((event, names) -> names.forEach(listeners.withArray(event)::add));
		return json;
	}

	static ObjectNode faults(EmbeddedFaults.Pending pending) {
		return Json.object()
			.put("calls", pending.calls())
			.put("requests", pending.requests())
			.put("duplicates", pending.duplicates())
			.put("rtmCut", pending.rtmCut())
			.put("credentialsRejected", pending.credentialsRejected())
			.put("quotaExceeded", pending.quotaExceeded());
	}

	static ObjectNode conversation(EmbeddedConversation conversation) {
		JsonNode source = conversation.json();
		ObjectNode json = Json.object()
			.put("sessionId", conversation.sessionId())
			.put("nickname", Json.text(source.path("meta"), "nickname"))
			.put("email", Json.text(source.path("meta"), "email"))
			.put("state", Json.text(source, "state"))
			.put("assigned", source.path("assigned").path("user_id").stringValue(null))
			.put("unread", source.path("unread").path("operator").asInt(0))
			.put("visitorTyping", source.path("compose").path("visitor").has("type"))
			.put("operatorTyping", conversation.isOperatorTyping())
			.put("updatedAt", source.path("updated_at").asLong(0));
		ArrayNode messages = json.putArray("messages");
		conversation.messages().forEach((message) -> messages.add(message(message)));
		return json;
	}

	private static ObjectNode message(EmbeddedMessage message) {
		ObjectNode json = Json.object()
			// Too large for the numbers of a browser
			.put("fingerprint", String.valueOf(message.fingerprint()))
			.put("from", message.from())
			.put("type", message.type())
			.put("text", message.text())
			.put("nickname", message.nickname())
			.put("automated", message.automated())
			.put("read", message.read())
			.put("timestamp", message.timestamp().toEpochMilli());
		json.set("content", Json.MAPPER.readTree(message.content()));
		return json;
	}

	static ObjectNode delivery(EmbeddedDelivery delivery) {
		ObjectNode json = Json.object()
			.put("id", delivery.id())
			.put("event", delivery.event())
			.put("sessionId", delivery.sessionId())
			.put("transport", delivery.transport().name())
			.put("state", delivery.state().name())
			.put("timestamp", delivery.timestamp().toEpochMilli())
			.put("body", delivery.body());
		ArrayNode listeners = json.putArray("listeners");
		delivery.listeners().forEach(listeners::add);
		ArrayNode attempts = json.putArray("attempts");
		delivery.attempts().forEach((attempt) -> {
			ObjectNode each = attempts.addObject()
				.put("number", attempt.number())
				.put("status", attempt.status())
				.put("error", attempt.error())
				.put("millis", attempt.duration().toMillis());
			ObjectNode headers = each.putObject("headers");
			attempt.headers()
				.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByKey())
				.forEach((header) -> headers.put(header.getKey(), header.getValue()));
		});
		return json;
	}

	static ObjectNode call(EmbeddedCall call) {
		return Json.object()
			.put("id", call.id())
			.put("timestamp", call.timestamp().toEpochMilli())
			.put("method", call.method())
			.put("uri", call.uri())
			.put("name", call.name())
			.put("requestBody", call.requestBody())
			.put("status", call.status())
			.put("responseBody", call.responseBody())
			.put("millis", call.duration().toMillis())
			.put("sessionId", call.sessionId())
			.put("deliveryId", call.deliveryId());
	}

}
