package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The daily quota of the token is used up (423). Trying again the same day is of no use.
 */
public final class CrispQuotaException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	CrispQuotaException(CrispRoute route, int status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

}
