package io.github.crispspring.autoconfigure.actuate;

import java.time.Instant;

import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispCallContext;
import io.github.crispspring.client.CrispRateLimitException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the outcome of the last call, so that health can be reported without making
 * one, and a rejection of the token until a response shows that it is accepted.
 */
final class LastCallHandler implements ObservationHandler<CrispCallContext> {

	private volatile @Nullable LastCall lastCall;

	private volatile @Nullable LastCall rejection;

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CrispCallContext;
	}

	@Override
	public void onStop(CrispCallContext context) {
		if (!context.isAdditionalAccount()) {
			LastCall call = new LastCall(context.getRoute(), Instant.now(), context.getError());
			if (call.isTokenRejected()) {
				this.rejection = call;
			}
			else if (call.isTokenAccepted()) {
				this.rejection = null;
			}
			this.lastCall = call;
		}
	}

	@Nullable LastCall lastCall() {
		return this.lastCall;
	}

	/**
	 * Return the call whose token was rejected, if none was accepted since.
	 */
	@Nullable LastCall rejection() {
		return this.rejection;
	}

	/**
	 * A call.
	 */
	record LastCall(String route, Instant endedAt, @Nullable Throwable failure) {

		boolean isTokenRejected() {
			return this.failure instanceof CrispAuthenticationException ex && ex.isTokenRejected();
		}

		/**
		 * Crisp checks the token before it reports that something is missing, invalid or
		 * not permitted, but not before it limits the rate or fails.
		 */
		boolean isTokenAccepted() {
			return this.failure == null
					|| (this.failure instanceof CrispApiException ex && ex.getStatusCode().is4xxClientError()
							&& !(ex instanceof CrispRateLimitException) && !isTokenRejected());
		}

	}

}
