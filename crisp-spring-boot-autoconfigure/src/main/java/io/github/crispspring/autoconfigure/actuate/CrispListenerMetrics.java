package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
		FunctionCounter.builder("crisp.listener.duplicates", this.dispatcher, CrispEventDispatcher::getDuplicateCount)
			.description("Deliveries of events that had been handled before")
			.baseUnit("events")
			.register(registry);
		this.dispatcher.getLostCounts()
			.keySet()
			.forEach((reason) -> FunctionCounter
				.builder("crisp.event.lost", this.dispatcher, (dispatcher) -> lost(dispatcher, reason))
				.description("Events that were accepted but not handled")
				.tag("reason", reason)
				.baseUnit("events")
				.register(registry));
	}

	private double lost(CrispEventDispatcher dispatcher, String reason) {
		return dispatcher.getLostCounts().getOrDefault(reason, 0L);
	}

}
