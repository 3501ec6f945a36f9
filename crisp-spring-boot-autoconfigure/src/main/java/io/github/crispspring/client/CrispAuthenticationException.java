package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Crisp refused the credentials (401), or they may not do this (403): check
 * {@code crisp.identifier}, {@code crisp.key} and {@code crisp.tier}, and the scopes that
 * the token was given.
 */
public final class CrispAuthenticationException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	CrispAuthenticationException(CrispRoute route, int status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

}
