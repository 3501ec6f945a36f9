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
 * {@link MeterBinder} for the realtime connection.
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
				.description("State of the realtime connection, 1 for the current state")
				.tag("state", state.getSimpleName())
				.register(registry);
		}
		FunctionCounter.builder("crisp.rtm.reconnects", this.rtm, (rtm) -> rtm.history().reconnects())
			.description("Number of times the realtime connection was re-established")
			.register(registry);
		TimeGauge
			.builder("crisp.rtm.connected", this.rtm, TimeUnit.MILLISECONDS,
					(rtm) -> rtm.history().connected().toMillis())
			.description("Total time that the realtime connection was established")
			.register(registry);
	}

}
