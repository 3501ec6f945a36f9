package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.dispatch.CrispEventDispatcher;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} for listener threads. It is down if so many listeners do not
 * return that their threads can no longer be replaced.
 */
final class CrispListenerHealthIndicator extends AbstractHealthIndicator {

	private final CrispEventDispatcher dispatcher;

	CrispListenerHealthIndicator(CrispEventDispatcher dispatcher) {
		super("Crisp listener health check failed");
		this.dispatcher = dispatcher;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.status(this.dispatcher.isExhausted() ? Status.DOWN : Status.UP)
			.withDetail("pendingEvents", this.dispatcher.getPendingCount())
			.withDetail("abandonedThreads", this.dispatcher.getAbandonedThreadCount());
	}

}
