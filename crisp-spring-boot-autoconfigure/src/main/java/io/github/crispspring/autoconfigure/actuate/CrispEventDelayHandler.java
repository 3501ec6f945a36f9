package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.dispatch.CrispEventContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * {@link ObservationHandler} that measures the delay between an event and its handling,
 * if Crisp sends the time of the event.
 */
final class CrispEventDelayHandler implements ObservationHandler<CrispEventContext> {

	/**
	 * Maximum delay to record. A longer one results from a wrong timestamp.
	 */
	private static final Duration MAX_DELAY = Duration.ofDays(365);

	private final MeterRegistry registry;

	private final boolean severalAccounts;

	/**
	 * Create an instance.
	 * @param registry the registry
	 * @param severalAccounts whether the account is a tag
	 */
	CrispEventDelayHandler(MeterRegistry registry, boolean severalAccounts) {
		this.registry = registry;
		this.severalAccounts = severalAccounts;
	}

	/**
	 * Limit a delay to what a timer can record. It is negative if the clocks differ.
	 */
	private static Duration measurable(Duration delay) {
		if (delay.isNegative()) {
			return Duration.ZERO;
		}
		return (delay.compareTo(MAX_DELAY) > 0) ? MAX_DELAY : delay;
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
			.tags(this.severalAccounts ? Tags.of("crisp.account", context.getDelivery().account()) : Tags.empty())
			.register(this.registry)
			.record(measurable(delay));
	}

}
