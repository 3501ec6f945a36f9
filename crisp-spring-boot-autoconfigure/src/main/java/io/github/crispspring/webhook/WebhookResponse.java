package io.github.crispspring.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a request can be answered. The bodies are problem details (RFC 9457) that are the
 * same for everybody: they are written here rather than by the application's converters,
 * which may be set up in any way.
 */
enum WebhookResponse {

	HANDLED(HttpStatus.OK, null),

	ACCEPTED(HttpStatus.ACCEPTED, null),

	MALFORMED(HttpStatus.BAD_REQUEST, "The body is not an event of Crisp."),

	UNPROVEN(HttpStatus.UNAUTHORIZED, "The request is not proved to be from Crisp."),

	NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Events are sent by POST.", HttpHeaders.ALLOW, "POST"),

	TIMED_OUT(HttpStatus.REQUEST_TIMEOUT, "The body did not arrive in time.", HttpHeaders.CONNECTION, "close"),

	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large."),

	NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Events are sent as JSON.", HttpHeaders.ACCEPT,
			MediaType.APPLICATION_JSON_VALUE),

	FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "The event could not be handled. Deliver it again later."),

	UNFINISHED(HttpStatus.SERVICE_UNAVAILABLE, "The event is still being handled. Deliver it again later.",
			HttpHeaders.RETRY_AFTER, "1"),

	SATURATED(HttpStatus.SERVICE_UNAVAILABLE, "No more events are accepted now. Deliver this one again later.",
			HttpHeaders.RETRY_AFTER, "1");

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
	 * Made when it is needed: an application that starts need not wait for JSON.
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
