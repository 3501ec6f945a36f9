package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when Crisp rejects a call because of too many calls (420 or 429). The
 * call was not carried out.
 */
public final class CrispRateLimitException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	CrispRateLimitException(CrispRoute route, HttpStatusCode status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

}
