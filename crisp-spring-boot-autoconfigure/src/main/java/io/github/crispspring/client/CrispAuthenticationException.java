package io.github.crispspring.client;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when Crisp rejects the credentials (401) or they do not permit the
 * call (403). Check {@code crisp.identifier}, {@code crisp.key}, {@code crisp.tier} and
 * the scopes of the token. The reasons {@code invalid_session} and
 * {@code restricted_route_tier} result in this exception regardless of the status.
 */
public final class CrispAuthenticationException extends CrispApiException {

	static final String INVALID_SESSION = "invalid_session";

	static final String RESTRICTED_ROUTE_TIER = "restricted_route_tier";

	/**
	 * Reasons that concern the credentials, regardless of the status.
	 */
	static final Set<String> REASONS = Set.of(INVALID_SESSION, RESTRICTED_ROUTE_TIER);

	private static final long serialVersionUID = 1L;

	CrispAuthenticationException(CrispRoute route, HttpStatusCode status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

	/**
	 * Return whether Crisp rejected the token itself, so that every call fails, rather
	 * than a call that the token does not permit.
	 * @return whether the token was rejected
	 */
	public boolean isTokenRejected() {
		return getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED) || INVALID_SESSION.equals(getReason());
	}

}
