package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.dispatch.CrispEventDispatcher;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link AbstractHealthIndicator} for the threads of listeners: down when so many
 * listeners do not return that their threads can no longer be replaced.
 */
final class CrispListenerHealthIndicator extends AbstractHealthIndicator {

	private final CrispEventDispatcher dispatcher;

	CrispListenerHealthIndicator(CrispEventDispatcher dispatcher) {
		super("The health of the listeners of Crisp's events could not be determined");
		this.dispatcher = dispatcher;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.status(this.dispatcher.isExhausted() ? Status.DOWN : Status.UP)
			.withDetail("pendingEvents", this.dispatcher.getPendingCount())
			.withDetail("abandonedThreads", this.dispatcher.getAbandonedThreadCount());
	}

}
