package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * States of the connection during one term, in which this instance leads. Once the term
 * is being closed, only the last connection's end changes the state.
 */
final class RtmStateMachine {

	private final RtmStatePublisher publisher;

	private final RtmGapDetector gaps;

	private final @Nullable RtmRecovery recovery;

	private final Set<String> events;

	private final BooleanSupplier leads;

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private volatile boolean webSocketRequested;

	private volatile int attempt = 1;

	private volatile URI server = URI.create("");

	private boolean closed;

	private String closeReason = "The application stopped the connection";

	/**
	 * Create a state machine.
	 * @param publisher publishes the states
	 * @param gaps detects whether events may have been missed
	 * @param recovery recovers missed messages, {@code null} if they are not recovered
	 * @param events the names of the events that each connection subscribes to
	 * @param leads whether this instance still leads
	 */
	RtmStateMachine(RtmStatePublisher publisher, RtmGapDetector gaps, @Nullable RtmRecovery recovery,
			Set<String> events, BooleanSupplier leads) {
		this.publisher = publisher;
		this.gaps = gaps;
		this.recovery = recovery;
		this.events = events;
		this.leads = leads;
	}

	/**
	 * Return the names of the events that each connection subscribes to.
	 */
	Set<String> events() {
		return this.events;
	}

	/**
	 * The URL of the WebSocket is being requested.
	 * @param attempt the number of the attempt
	 */
	void discovering(int attempt) {
		this.attempt = attempt;
		change(new CrispRtmState.Discovering(this.publisher.now(), attempt));
	}

	/**
	 * The WebSocket is being opened.
	 * @param server the URL without credentials and query
	 */
	void connecting(URI server) {
		this.webSocketRequested = true;
		this.server = server;
		change(new CrispRtmState.Connecting(this.publisher.now(), this.attempt, server));
	}

	/**
	 * The credentials are being sent.
	 */
	void authenticating() {
		change(new CrispRtmState.Authenticating(this.publisher.now(), this.attempt, this.server));
	}

	/**
	 * Crisp accepted the credentials and sends events from now on.
	 */
	void ready() {
		if (isClosed()) {
			return;
		}
		Instant now = this.publisher.now();
		Instant gapStart = this.gaps.connected(now);
		change(new CrispRtmState.Ready(now, this.server, this.events));
		if (gapStart != null) {
			this.publisher.publishGap(gapStart, now);
			if (this.recovery != null) {
				this.recovery.request(gapStart);
			}
		}
	}

	/**
	 * Return whether this instance still leads, so that no other instance receives the
	 * same events.
	 */
	boolean isLeading() {
		return this.leads.getAsBoolean();
	}

	/**
	 * A frame was received, after all that the server sent before.
	 */
	void received() {
		this.gaps.received(this.publisher.now());
	}

	/**
	 * The attempt failed or the connection ended.
	 */
	void disconnected(String reason) {
		this.webSocketRequested = false;
		if (isReady()) {
			change(new CrispRtmState.Disconnected(this.publisher.now(), reason));
		}
	}

	/**
	 * The next attempt is scheduled.
	 */
	void waitingToRetry(int failures, String reason, Duration delay) {
		Instant now = this.publisher.now();
		change(new CrispRtmState.WaitingToRetry(now, failures, reason, now.plus(delay)));
	}

	/**
	 * Crisp rejected the credentials.
	 * @return the state
	 */
	CrispRtmState.Rejected rejected(String reason) {
		CrispRtmState.Rejected rejected = new CrispRtmState.Rejected(this.publisher.now(), reason);
		change(rejected);
		return rejected;
	}

	private synchronized void change(CrispRtmState state) {
		if (!this.closed) {
			this.publisher.publish(state);
		}
	}

	private boolean isReady() {
		return this.publisher.state() instanceof CrispRtmState.Ready;
	}

	/**
	 * Return how long the current connection has lasted, {@code null} if it is not
	 * established.
	 */
	@Nullable Duration connectedFor() {
		return (this.publisher.state() instanceof CrispRtmState.Ready ready)
				? Duration.between(ready.since(), this.publisher.now()) : null;
	}

	/**
	 * Return whether a WebSocket is open or being opened.
	 */
	boolean isWebSocketRequested() {
		return this.webSocketRequested;
	}

	/**
	 * Request that the connection is closed as the application stops.
	 */
	void close() {
		close(this.closeReason);
	}

	/**
	 * Request that the connection is closed as another instance is to connect.
	 */
	void leadershipLost() {
		close("This instance no longer leads");
	}

	private void close(String reason) {
		synchronized (this) {
			if (!this.closed) {
				this.closed = true;
				this.closeReason = reason;
			}
		}
		this.closing.tryEmitEmpty();
	}

	/**
	 * Return when the connection is to be closed.
	 */
	Mono<Void> closing() {
		return this.closing.asMono();
	}

	/**
	 * Return whether the connection is to be closed.
	 */
	synchronized boolean isClosed() {
		return this.closed;
	}

	/**
	 * The last connection of the term has ended.
	 */
	synchronized void terminated() {
		this.closed = true;
		if (isReady()) {
			this.publisher.publish(new CrispRtmState.Disconnected(this.publisher.now(), this.closeReason));
		}
	}

}
