package io.github.crispspring.sample.crisp;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened in a conversation, on its way to the bot.
 *
 * @param name the event's name, such as {@code message:send}
 * @param websiteId the website
 * @param sessionId the conversation
 * @param data the payload, the same over both transports
 * @param timestamp when it happened, in epoch milliseconds
 */
record PlatformEvent(String name, String websiteId, String sessionId, ObjectNode data, long timestamp) {

	byte[] toHookBody() {
		ObjectNode body = Envelope.object().put("website_id", this.websiteId).put("event", this.name);
		body.set("data", this.data);
		return JsonMapper.shared().writeValueAsBytes(body.put("timestamp", this.timestamp));
	}

}
