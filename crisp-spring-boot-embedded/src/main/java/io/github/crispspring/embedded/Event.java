package io.github.crispspring.embedded;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Event that has occurred.
 *
 * @param id the number of the event
 * @param name the name of the event
 * @param websiteId the website
 * @param data the payload
 * @param timestamp the time at which it occurred, in epoch milliseconds
 */
record Event(long id, String name, String websiteId, ObjectNode data, long timestamp) {

	@Nullable String sessionId() {
		return this.data.path("session_id").stringValue(null);
	}

	/**
	 * Return what is delivered in order: the events of a conversation, or of no
	 * conversation.
	 */
	String orderingKey() {
		String sessionId = sessionId();
		return (sessionId != null) ? sessionId : "";
	}

	byte[] toWebhookBody() {
		return Json.MAPPER.writeValueAsBytes(Json.object()
			.put("website_id", this.websiteId)
			.put("event", this.name)
			.<ObjectNode>set("data", this.data)
			.put("timestamp", this.timestamp));
	}

}
