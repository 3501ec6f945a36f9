package io.github.crispspring.autoconfigure.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmHistory;
import io.github.crispspring.rtm.CrispRtmState;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * {@link HealthIndicator} for the realtime connection. It is down if Crisp rejected the
 * credentials, and if the connection has been lost for longer than the grace period.
 */
final class CrispRtmHealthIndicator extends AbstractHealthIndicator {

	private final CrispRtm rtm;

	private final Duration gracePeriod;

	private final Clock clock;

	CrispRtmHealthIndicator(CrispRtm rtm, Duration gracePeriod, Clock clock) {
		this.rtm = rtm;
		this.gracePeriod = gracePeriod;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		CrispRtmState state = this.rtm.state();
		CrispRtmHistory history = this.rtm.history();
		status(builder, state, history);
		builder.withDetail("state", state.getClass().getSimpleName()).withDetail("since", state.since());
		addDetail(builder, "attempts", attempts(state));
		addDetail(builder, "lastEvent", this.rtm.lastEventAt());
		addDetail(builder, "lastError", history.lastError());
	}

	private void status(Health.Builder builder, CrispRtmState state, CrispRtmHistory history) {
		if (state instanceof CrispRtmState.Stopped) {
			builder.unknown();
		}
		else if (state instanceof CrispRtmState.Rejected || isGracePeriodExceeded(history)) {
			builder.down();
		}
		else {
			builder.up();
		}
	}

	private boolean isGracePeriodExceeded(CrispRtmHistory history) {
		Instant since = history.disconnectedSince();
		return since != null && Duration.between(since, this.clock.instant()).compareTo(this.gracePeriod) > 0;
	}

	private @Nullable Integer attempts(CrispRtmState state) {
		if (state instanceof CrispRtmState.Discovering discovering) {
			return discovering.attempt();
		}
		if (state instanceof CrispRtmState.Connecting connecting) {
			return connecting.attempt();
		}
		if (state instanceof CrispRtmState.Authenticating authenticating) {
			return authenticating.attempt();
		}
		return (state instanceof CrispRtmState.WaitingToRetry waiting) ? waiting.failures() : null;
	}

	private void addDetail(Health.Builder builder, String name, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(name, value);
		}
	}

}
