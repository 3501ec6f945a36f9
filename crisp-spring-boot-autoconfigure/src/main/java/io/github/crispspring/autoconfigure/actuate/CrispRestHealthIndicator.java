package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.client.CrispRest;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * {@link HealthIndicator} for the REST API. It reports the outcome of the last call and
 * makes none. It is down while Crisp rejects the token, not if a single call fails or
 * lacks a scope.
 */
final class CrispRestHealthIndicator extends AbstractHealthIndicator {

	private final RestCallRecorder calls;

	private final String account;

	private final CrispRest rest;

	CrispRestHealthIndicator(RestCallRecorder calls, String account, CrispRest rest) {
		this.calls = calls;
		this.account = account;
		this.rest = rest;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		RestCallRecorder.LastCall last = this.calls.lastCall(this.account);
		if (last == null) {
			builder.unknown().withDetail("lastCall", "none yet");
			return;
		}
		RestCallRecorder.LastCall rejection = this.calls.rejection(this.account);
		if (rejection != null) {
			builder.down();
		}
		else {
			builder.up();
		}
		builder.withDetail("lastCall", last.route())
			.withDetail("at", last.endedAt())
			.withDetail("callsToday", this.rest.getCallsToday());
		if (this.rest.getDailyBudget() != null) {
			builder.withDetail("dailyBudget", this.rest.getDailyBudget());
		}
		Throwable failure = (rejection != null) ? rejection.failure() : last.failure();
		if (failure != null) {
			builder.withDetail("error", String.valueOf(failure.getMessage()));
		}
	}

}
