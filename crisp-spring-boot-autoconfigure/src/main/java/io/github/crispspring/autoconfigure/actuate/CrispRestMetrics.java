package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.client.CrispRest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for the calls that count towards the daily quota.
 */
final class CrispRestMetrics implements MeterBinder {

	private final CrispRest rest;

	CrispRestMetrics(CrispRest rest) {
		this.rest = rest;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("crisp.rest.quota.used", this.rest, CrispRest::getCallsToday)
			.description("Calls of the day that count towards the daily quota")
			.baseUnit("calls")
			.register(registry);
	}

}
