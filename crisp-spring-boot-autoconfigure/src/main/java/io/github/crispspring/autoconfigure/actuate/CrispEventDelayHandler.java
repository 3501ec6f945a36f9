package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.dispatch.CrispEventContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Measures how long after an event happened it begins to be handled, where Crisp says
 * when it happened.
 */
final class CrispEventDelayHandler implements ObservationHandler<CrispEventContext> {

	/**
	 * Longer delays are not delays of a delivery, but wrong times.
	 */
	private static final Duration LONGEST = Duration.ofDays(365);

	private final MeterRegistry registry;

	CrispEventDelayHandler(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Crisp's clock is not ours, and a timer counts nanoseconds in 64 bits.
	 */
	private static Duration measurable(Duration delay) {
		if (delay.isNegative()) {
			return Duration.ZERO;
		}
		return (delay.compareTo(LONGEST) > 0) ? LONGEST : delay;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CrispEventContext;
	}

	@Override
	public void onStart(CrispEventContext context) {
		Instant occurredAt = context.getDelivery().occurredAt();
		if (occurredAt == null) {
			return;
		}
		Duration delay = Duration.between(occurredAt, Instant.now());
		Timer.builder("crisp.event.delay")
			.description("Time from an event to its handling")
			.tags(context.getLowCardinalityKeyValues()
				.stream()
				.map((keyValue) -> Tag.of(keyValue.getKey(), keyValue.getValue()))
				.toList())
			.register(this.registry)
			.record(measurable(delay));
	}

}
