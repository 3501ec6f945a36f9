package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.listener.CrispEventDispatcher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Measures what waits for the listeners, and what came more than once.
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
		FunctionCounter.builder("crisp.listener.duplicates", this.dispatcher, CrispEventDispatcher::getDuplicateCount)
			.description("Events that came again and were not handled again")
			.baseUnit("events")
			.register(registry);
	}

}
