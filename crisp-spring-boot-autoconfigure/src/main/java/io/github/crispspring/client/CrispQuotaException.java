package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when the daily quota of the token is exhausted (423). Calls fail for
 * the rest of the day, so they are not retried.
 */
public final class CrispQuotaException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	CrispQuotaException(CrispRoute route, HttpStatusCode status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

}
