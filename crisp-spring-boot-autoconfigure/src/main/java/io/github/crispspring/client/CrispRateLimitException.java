package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Too many calls in too short a time (420 or 429). The call was not carried out.
 */
public final class CrispRateLimitException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	private final @Nullable Duration retryAfter;

	CrispRateLimitException(CrispRoute route, int status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail);
		this.retryAfter = retryAfter;
	}

	/**
	 * Return how long Crisp asks to wait.
	 * @return the time to wait, or {@code null} if Crisp named none
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

}
