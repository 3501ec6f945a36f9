package io.github.crispspring.autoconfigure.actuate;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispCallContext;
import io.github.crispspring.client.CrispRateLimitException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

/**
 * {@link ObservationHandler} that records the outcome of the last REST call of each
 * account, so that health is reported without a call of its own. A rejection of the token
 * is kept until a response shows that the token is accepted.
 */
final class RestCallRecorder implements ObservationHandler<CrispCallContext> {

	private final Map<String, Calls> accounts = new ConcurrentHashMap<>();

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CrispCallContext;
	}

	@Override
	public void onStop(CrispCallContext context) {
		String account = context.getAccount();
		if (account != null) {
			LastCall call = new LastCall(context.getRoute(), Instant.now(), context.getError());
			this.accounts.compute(account, (name, calls) -> {
				LastCall rejection = (calls != null) ? calls.rejection() : null;
				if (call.isTokenRejected()) {
					rejection = call;
				}
				else if (call.isTokenAccepted()) {
					rejection = null;
				}
				return new Calls(call, rejection);
			});
		}
	}

	/**
	 * Return the last call of an account, or {@code null} if there was none.
	 */
	@Nullable LastCall lastCall(String account) {
		Calls calls = this.accounts.get(account);
		return (calls != null) ? calls.last() : null;
	}

	/**
	 * Return the last call of an account whose token was rejected, or {@code null} if the
	 * token has been accepted since.
	 */
	@Nullable LastCall rejection(String account) {
		Calls calls = this.accounts.get(account);
		return (calls != null) ? calls.rejection() : null;
	}

	/**
	 * Calls of an account.
	 *
	 * @param last the last call
	 * @param rejection the last call whose token was rejected, {@code null} if the token
	 * has been accepted since
	 */
	private record Calls(LastCall last, @Nullable LastCall rejection) {

	}

	/**
	 * Outcome of a call.
	 *
	 * @param route the route
	 * @param endedAt when the call ended
	 * @param failure the failure, or {@code null} if the call succeeded
	 */
	record LastCall(String route, Instant endedAt, @Nullable Throwable failure) {

		boolean isTokenRejected() {
			return this.failure instanceof CrispAuthenticationException ex && ex.isTokenRejected();
		}

		/**
		 * Return whether the response shows that the token is accepted. Crisp checks the
		 * token before it reports that a resource is missing or a request is invalid or
		 * not permitted, but not before it limits the rate or fails.
		 */
		boolean isTokenAccepted() {
			return this.failure == null
					|| (this.failure instanceof CrispApiException ex && ex.getStatusCode().is4xxClientError()
							&& !(ex instanceof CrispRateLimitException) && !isTokenRejected());
		}

	}

}
