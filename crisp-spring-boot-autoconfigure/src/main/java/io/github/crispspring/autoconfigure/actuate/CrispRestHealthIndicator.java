package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.client.CrispAuthenticationException;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * {@link HealthIndicator} for calls of the REST API. It tells what became of the last
 * one, and makes none. It is down only where Crisp refused the credentials, as the
 * application can do nothing about other failures, and may live with them.
 */
final class CrispRestHealthIndicator extends AbstractHealthIndicator {

	private final LastCallHandler calls;

	CrispRestHealthIndicator(LastCallHandler calls) {
		this.calls = calls;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		LastCallHandler.LastCall last = this.calls.lastCall();
		if (last == null) {
			builder.unknown().withDetail("lastCall", "none yet");
			return;
		}
		Throwable failure = last.failure();
		if (failure instanceof CrispAuthenticationException) {
			builder.down();
		}
		else {
			builder.up();
		}
		builder.withDetail("lastCall", last.route()).withDetail("at", last.endedAt());
		if (failure != null) {
			builder.withDetail("error", String.valueOf(failure.getMessage()));
		}
	}

}
