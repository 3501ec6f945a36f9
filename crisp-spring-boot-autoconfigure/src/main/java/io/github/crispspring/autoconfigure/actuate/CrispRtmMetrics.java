package io.github.crispspring.autoconfigure.actuate;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for the realtime connections.
 */
final class CrispRtmMetrics implements MeterBinder {

	private final List<CrispRtm> connections;

	private final boolean severalAccounts;

	/**
	 * Create an instance.
	 * @param connections the connections
	 * @param severalAccounts whether the account is a tag
	 */
	CrispRtmMetrics(List<CrispRtm> connections, boolean severalAccounts) {
		this.connections = connections;
		this.severalAccounts = severalAccounts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.connections.forEach((connection) -> bindTo(registry, connection,
				this.severalAccounts ? Tags.of("crisp.account", connection.account()) : Tags.empty()));
	}

	private void bindTo(MeterRegistry registry, CrispRtm connection, Tags tags) {
		for (Class<?> state : CrispRtmState.class.getPermittedSubclasses()) {
			Gauge.builder("crisp.rtm.state", connection, (rtm) -> state.isInstance(rtm.state()) ? 1 : 0)
				.description("State of the realtime connection, 1 for the current state")
				.tags(tags)
				.tag("state", state.getSimpleName())
				.register(registry);
		}
		FunctionCounter.builder("crisp.rtm.reconnects", connection, (rtm) -> rtm.history().reconnects())
			.description("Number of times the realtime connection was re-established")
			.tags(tags)
			.register(registry);
		TimeGauge
			.builder("crisp.rtm.connected", connection, TimeUnit.MILLISECONDS,
					(rtm) -> rtm.history().connected().toMillis())
			.description("Total time that the realtime connection was established")
			.tags(tags)
			.register(registry);
	}

}
