package io.github.crispspring.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Responses to a request. The bodies are problem details (RFC 9457). They are written
 * without the message converters of the application, whose configuration must not affect
 * them.
 */
enum WebhookResponse {

	HANDLED(HttpStatus.OK, null),

	ACCEPTED(HttpStatus.ACCEPTED, null),

	PROBED(HttpStatus.OK, null, WebhookProbe.HEADER, WebhookProbe.VERIFIED),

	MALFORMED(HttpStatus.BAD_REQUEST, "The body is not a Crisp event."),

	UNVERIFIED(HttpStatus.UNAUTHORIZED, "The request could not be verified."),

	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Only POST is supported.", HttpHeaders.ALLOW, "POST"),

	TIMED_OUT(HttpStatus.REQUEST_TIMEOUT, "The body was not received in time.", HttpHeaders.CONNECTION, "close"),

	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only application/json is supported.", HttpHeaders.ACCEPT,
			MediaType.APPLICATION_JSON_VALUE),

	FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "The event could not be handled. Retry later."),

	UNFINISHED(HttpStatus.SERVICE_UNAVAILABLE, "The event is still being handled. Retry later.",
			HttpHeaders.RETRY_AFTER, "1"),

	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Duplicates cannot be detected at present. Retry later.",
			HttpHeaders.RETRY_AFTER, "1"),

	SATURATED(HttpStatus.SERVICE_UNAVAILABLE, "No events are accepted at present. Retry later.",
			HttpHeaders.RETRY_AFTER, "1"),

	UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "No events can be received at present. Retry later.",
			HttpHeaders.RETRY_AFTER, "60");

	private final HttpStatus status;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private final @Nullable String detail;

	WebhookResponse(HttpStatus status, @Nullable String detail, String... header) {
		this.status = status;
		for (int i = 0; i < header.length; i += 2) {
			this.headers.put(header[i], header[i + 1]);
		}
		this.detail = detail;
		if (detail != null) {
			this.headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		}
	}

	HttpStatus status() {
		return this.status;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * Create the body, on each call, so that JSON support is not loaded at startup.
	 */
	byte[] body() {
		if (this.detail == null) {
			return new byte[0];
		}
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("title", this.status.getReasonPhrase());
		problem.put("status", this.status.value());
		problem.put("detail", this.detail);
		return CrispJson.mapper().writeValueAsBytes(problem);
	}

}
