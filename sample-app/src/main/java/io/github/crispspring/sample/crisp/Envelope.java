package io.github.crispspring.sample.crisp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Response to a REST call: the status and the fields of {@code {error, reason, data}}.
 *
 * @param status the HTTP status
 * @param reason the reason code
 * @param data the requested data, or the details of the error
 */
record Envelope(int status, String reason, JsonNode data) {

	static Envelope of(int status, String reason, JsonNode data) {
		return new Envelope(status, reason, data);
	}

	static Envelope of(int status, String reason) {
		return new Envelope(status, reason, object());
	}

	static Envelope error(int status, String reason, String message) {
		return new Envelope(status, reason, object().put("message", message));
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	byte[] toBytes() {
		ObjectNode body = object().put("error", this.status >= 400).put("reason", this.reason);
		return JsonMapper.shared().writeValueAsBytes(body.set("data", this.data));
	}

}
