package io.github.crispspring.embedded;

import tools.jackson.databind.JsonNode;

/**
 * Response to a REST call.
 *
 * @param status the HTTP status
 * @param reason the reason, which Crisp gives for success as well
 * @param data the data
 */
record RestResponse(int status, String reason, JsonNode data) {

	static RestResponse of(int status, String reason) {
		return new RestResponse(status, reason, Json.object());
	}

	static RestResponse resolved(JsonNode data) {
		return new RestResponse(200, "resolved", data);
	}

	static RestResponse listed(JsonNode data) {
		return new RestResponse(200, "listed", data);
	}

	static RestResponse added(JsonNode data) {
		return new RestResponse(201, "added", data);
	}

	static RestResponse updated() {
		return of(200, "updated");
	}

	static RestResponse deleted() {
		return of(200, "deleted");
	}

	static RestResponse dispatched(JsonNode data) {
		return new RestResponse(202, "dispatched", data);
	}

	static RestResponse dispatched() {
		return of(202, "dispatched");
	}

	RestResponse withData(JsonNode data) {
		return new RestResponse(this.status, this.reason, data);
	}

	byte[] toBytes() {
		return Json.MAPPER.writeValueAsBytes(
				Json.object().put("error", this.status >= 400).put("reason", this.reason).set("data", this.data));
	}

}
