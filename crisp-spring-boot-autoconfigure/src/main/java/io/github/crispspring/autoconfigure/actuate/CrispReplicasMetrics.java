package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.replicas.SharedCrispEventDeduplicator;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for the store with which instances share duplicates.
 */
final class CrispReplicasMetrics implements MeterBinder {

	private final SharedCrispEventDeduplicator deduplicator;

	CrispReplicasMetrics(SharedCrispEventDeduplicator deduplicator) {
		this.deduplicator = deduplicator;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge
			.builder("crisp.replicas.store.available", this.deduplicator,
					(deduplicator) -> deduplicator.isReady() ? 1 : 0)
			.description("Whether the duplicate store is available, 1 if it is")
			.register(registry);
		FunctionCounter
			.builder("crisp.replicas.claims.expired", this.deduplicator,
					SharedCrispEventDeduplicator::getExpiredClaimCount)
			.description("Claims that expired while their event was being handled")
			.baseUnit("events")
			.register(registry);
	}

}
