package io.github.crispspring.sample.crisp;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Event of a conversation.
 *
 * @param name the name of the event, such as {@code message:send}
 * @param websiteId the identifier of the website
 * @param sessionId the session identifier of the conversation
 * @param data the payload, which is the same for both transports
 * @param timestamp the time of the event, in epoch milliseconds
 */
record PlatformEvent(String name, String websiteId, String sessionId, ObjectNode data, long timestamp) {

	byte[] toHookBody() {
		ObjectNode body = Envelope.object().put("website_id", this.websiteId).put("event", this.name);
		body.set("data", this.data);
		return JsonMapper.shared().writeValueAsBytes(body.put("timestamp", this.timestamp));
	}

}
