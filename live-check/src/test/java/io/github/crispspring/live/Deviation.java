package io.github.crispspring.live;

import java.util.List;

/**
 * Deviation from the contract that the proxy of the tests causes, and what is reported.
 */
enum Deviation {

	RENAMED_FIELD("GET /v1/website/{websiteId} ", "GET /v1/website/{websiteId} `title`: string × 1",
			"GET /v1/website/{websiteId} `name`: absent × 1"),

	ABSENT_FIELD("/conversation/{sessionId}/state ",
			"GET /v1/website/{websiteId}/conversation/{sessionId}/state `state`: absent × 1"),

	OTHER_TYPE("/availability/status ",
			"GET /v1/website/{websiteId}/availability/status `status`: number instead of string × 1"),

	OTHER_STATUS("/people/stats ", "GET /v1/website/{websiteId}/people/stats `response`: status 500 server_error"),

	ADDITIONAL_FIELD("/visitors/count ", "GET /v1/website/{websiteId}/visitors/count `trend`: number × 1"),

	MISSING_ROUTE("/inboxes/list/{pageNumber} ",
			"GET /v1/website/{websiteId}/inboxes/list/{pageNumber} `response`: status 404 not_found"),

	OTHER_ENVELOPE("/teams/list/{pageNumber} ",
			"GET /v1/website/{websiteId}/teams/list/{pageNumber} `response`: status 200, but an error");

	private final String route;

	private final List<String> differences;

	Deviation(String route, String... differences) {
		this.route = route;
		this.differences = List.of(differences);
	}

	String route() {
		return this.route;
	}

	List<String> differences() {
		return this.differences;
	}

}
