package io.github.crispspring.client;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Crisp rejected the credentials (401), or they do not permit the call (403): check
 * {@code crisp.identifier}, {@code crisp.key} and {@code crisp.tier}, and the scopes that
 * the token was given. The reasons {@code invalid_session} and
 * {@code restricted_route_tier} are reported with this exception whatever their status.
 */
public final class CrispAuthenticationException extends CrispApiException {

	static final String INVALID_SESSION = "invalid_session";

	static final String RESTRICTED_ROUTE_TIER = "restricted_route_tier";

	/**
	 * The reasons that are about the credentials, whatever the status.
	 */
	static final Set<String> REASONS = Set.of(INVALID_SESSION, RESTRICTED_ROUTE_TIER);

	private static final long serialVersionUID = 1L;

	CrispAuthenticationException(CrispRoute route, int status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

	/**
	 * Return whether Crisp rejected the token itself, so that no call can succeed, rather
	 * than one call that the token does not permit.
	 * @return whether the token was rejected
	 */
	public boolean isTokenRejected() {
		return getStatus() == 401 || INVALID_SESSION.equals(getReason());
	}

}
