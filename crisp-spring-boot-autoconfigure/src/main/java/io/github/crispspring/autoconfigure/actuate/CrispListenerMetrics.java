package io.github.crispspring.autoconfigure.actuate;

import java.util.Set;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for events that wait, are duplicates, or were not handled.
 */
final class CrispListenerMetrics implements MeterBinder {

	private final CrispEventDispatcher dispatcher;

	CrispListenerMetrics(CrispEventDispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("crisp.listener.pending", this.dispatcher, CrispEventDispatcher::getPendingCount)
			.description("Events that wait or are being handled")
			.baseUnit("events")
			.register(registry);
		Gauge
			.builder("crisp.listener.threads.abandoned", this.dispatcher, CrispEventDispatcher::getAbandonedThreadCount)
			.description("Threads whose listener did not return within its time limit")
			.baseUnit("threads")
			.register(registry);
		boolean named = !this.dispatcher.getAccounts().equals(Set.of(CrispDelivery.DEFAULT_ACCOUNT));
		this.dispatcher.getAccounts()
			.forEach((account) -> bindTo(registry, account, named ? Tags.of("crisp.account", account) : Tags.empty()));
	}

	private void bindTo(MeterRegistry registry, String account, Tags tags) {
		FunctionCounter
			.builder("crisp.listener.duplicates", this.dispatcher,
					(dispatcher) -> dispatcher.getDuplicateCount(account))
			.description("Deliveries of events that had been handled before")
			.tags(tags)
			.baseUnit("events")
			.register(registry);
		this.dispatcher.getLostCounts()
			.keySet()
			.forEach((reason) -> FunctionCounter
				.builder("crisp.event.lost", this.dispatcher, (dispatcher) -> lost(dispatcher, account, reason))
				.description("Events that were accepted but not handled")
				.tags(tags)
				.tag("reason", reason)
				.baseUnit("events")
				.register(registry));
	}

	private double lost(CrispEventDispatcher dispatcher, String account, String reason) {
		return dispatcher.getLostCounts(account).getOrDefault(reason, 0L);
	}

}
