package io.github.crispspring.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Ends a REST call with an error.
 */
final class Rejection extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String reason;

	private final @Nullable String detail;

	private Rejection(int status, String reason, @Nullable String detail) {
		super((detail != null) ? reason + ": " + detail : reason, null, false, false);
		this.status = status;
		this.reason = reason;
		this.detail = detail;
	}

	static Rejection invalidData(String detail) {
		return new Rejection(400, "invalid_data", detail);
	}

	static Rejection invalidSession() {
		return new Rejection(401, "invalid_session", null);
	}

	static Rejection restrictedTier() {
		return new Rejection(405, "restricted_route_tier", null);
	}

	static Rejection bodyTooLarge() {
		return new Rejection(413, "payload_too_large", "the body is larger than 1 MiB");
	}

	static Rejection quotaLimitExceeded() {
		return new Rejection(423, "quota_limit_exceeded", null);
	}

	static Rejection notSubscribed() {
		return new Rejection(404, "not_subscribed", null);
	}

	static Rejection conversationNotFound() {
		return new Rejection(404, "conversation_not_found", null);
	}

	static Rejection notFound() {
		return new Rejection(404, "not_found", null);
	}

	static Rejection alreadyExists() {
		return new Rejection(409, "already_exists", null);
	}

	static Rejection unknownRoute() {
		return new Rejection(404, "not_found", "the route does not exist");
	}

	RestResponse toResponse() {
		RestResponse response = RestResponse.of(this.status, this.reason);
		return (this.detail != null) ? response.withData(Json.object().put("message", this.detail)) : response;
	}

}
