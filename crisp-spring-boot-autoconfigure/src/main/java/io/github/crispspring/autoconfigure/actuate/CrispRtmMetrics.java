package io.github.crispspring.autoconfigure.actuate;

import java.util.concurrent.TimeUnit;

import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Measures the realtime connection.
 */
final class CrispRtmMetrics implements MeterBinder {

	private final CrispRtm rtm;

	CrispRtmMetrics(CrispRtm rtm) {
		this.rtm = rtm;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Class<?> state : CrispRtmState.class.getPermittedSubclasses()) {
			Gauge.builder("crisp.rtm.state", this.rtm, (rtm) -> state.isInstance(rtm.state()) ? 1 : 0)
				.description("What the realtime connection is doing, 1 for the state it is in")
				.tag("state", state.getSimpleName())
				.register(registry);
		}
		FunctionCounter.builder("crisp.rtm.reconnects", this.rtm, (rtm) -> rtm.history().reconnects())
			.description("How often the realtime connection was made again")
			.register(registry);
		TimeGauge
			.builder("crisp.rtm.connected", this.rtm, TimeUnit.MILLISECONDS,
					(rtm) -> rtm.history().connected().toMillis())
			.description("How long there was a realtime connection in all")
			.register(registry);
	}

}
