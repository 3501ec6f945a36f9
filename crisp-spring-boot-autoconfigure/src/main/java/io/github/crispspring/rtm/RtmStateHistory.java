package io.github.crispspring.rtm;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Records the states of the connection. It does not rely on application events, as other
 * listeners can fail or block.
 */
final class RtmStateHistory {

	private @Nullable Instant connectedSince;

	private @Nullable Instant disconnectedSince;

	private @Nullable String lastError;

	private Duration connected = Duration.ZERO;

	private long connections;

	/**
	 * Add a state.
	 */
	synchronized void add(CrispRtmState state) {
		if (state instanceof CrispRtmState.Ready ready) {
			this.connections++;
			this.connectedSince = ready.since();
			this.disconnectedSince = null;
			return;
		}
		endConnection(state.since());
		if (state instanceof CrispRtmState.Stopped || state instanceof CrispRtmState.Standby) {
			this.disconnectedSince = null;
		}
		else if (this.disconnectedSince == null) {
			this.disconnectedSince = state.since();
		}
		if (state instanceof CrispRtmState.WaitingToRetry waiting) {
			this.lastError = waiting.reason();
		}
		else if (state instanceof CrispRtmState.Rejected rejected) {
			this.lastError = rejected.reason();
		}
	}

	private void endConnection(Instant time) {
		if (this.connectedSince != null) {
			this.connected = this.connected.plus(Duration.between(this.connectedSince, time));
			this.connectedSince = null;
		}
	}

	/**
	 * Return the history until a time.
	 */
	synchronized CrispRtmHistory at(Instant now) {
		Duration connected = (this.connectedSince != null)
				? this.connected.plus(Duration.between(this.connectedSince, now)) : this.connected;
		return new CrispRtmHistory(this.disconnectedSince, this.lastError, Math.max(0, this.connections - 1),
				connected);
	}

}
