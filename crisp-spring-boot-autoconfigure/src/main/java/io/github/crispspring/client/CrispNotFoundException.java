package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when the requested resource does not exist (404), or when the plugin
 * is not installed on the website (reason {@code not_subscribed}).
 */
public final class CrispNotFoundException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	CrispNotFoundException(CrispRoute route, HttpStatusCode status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

}
