package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.CrispRtmStateEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationListener;

/**
 * Remembers what became of the realtime connection, of which its state alone tells only
 * the moment.
 */
final class RtmHistory implements ApplicationListener<CrispRtmStateEvent> {

	private @Nullable Instant connectedSince;

	private @Nullable Instant disconnectedSince;

	private @Nullable String lastError;

	private Duration connected = Duration.ZERO;

	private long connections;

	@Override
	public synchronized void onApplicationEvent(CrispRtmStateEvent event) {
		CrispRtmState state = event.getState();
		if (state instanceof CrispRtmState.Ready ready) {
			this.connections++;
			this.connectedSince = ready.since();
			this.disconnectedSince = null;
		}
		else {
			endConnection(state.since());
			boolean wanted = !(state instanceof CrispRtmState.Stopped || state instanceof CrispRtmState.Standby);
			this.disconnectedSince = !wanted ? null
					: (this.disconnectedSince != null) ? this.disconnectedSince : state.since();
		}
		if (state instanceof CrispRtmState.WaitingToRetry waiting) {
			this.lastError = waiting.reason();
		}
		else if (state instanceof CrispRtmState.Refused refused) {
			this.lastError = refused.reason();
		}
	}

	private void endConnection(Instant time) {
		if (this.connectedSince != null) {
			this.connected = this.connected.plus(Duration.between(this.connectedSince, time));
			this.connectedSince = null;
		}
	}

	/**
	 * Return since when there is no connection although there should be one.
	 */
	synchronized @Nullable Instant disconnectedSince() {
		return this.disconnectedSince;
	}

	/**
	 * Return why the last attempt failed or the last connection ended.
	 */
	synchronized @Nullable String lastError() {
		return this.lastError;
	}

	/**
	 * Return how often the connection was made again.
	 */
	synchronized long reconnects() {
		return Math.max(0, this.connections - 1);
	}

	/**
	 * Return how long there was a connection in all.
	 */
	synchronized Duration connected(Instant now) {
		return (this.connectedSince != null) ? this.connected.plus(Duration.between(this.connectedSince, now))
				: this.connected;
	}

}
