package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Detects that the server no longer sends pings, and keeps the server from closing the
 * connection.
 * <p>
 * Time without a ping counts only while the session waits for a frame: if events are read
 * no faster than they are handled, a ping may be unread behind them. In that case pongs
 * are sent without a ping, which the server accepts as well.
 */
final class RtmHeartbeat {

	/**
	 * If no frame arrives for this time, all that the server sent has been read.
	 */
	private static final Duration CAUGHT_UP = Duration.ofSeconds(1);

	/**
	 * Number of checks within the time limit.
	 */
	private static final int CHECKS = 20;

	private final Scheduler scheduler = Schedulers.parallel();

	private final Mono<Void> pong;

	private final Sinks.Empty<Void> started = Sinks.empty();

	private long timeout;

	private long pongInterval;

	private long lastPong;

	private long waited;

	private boolean waiting;

	private long waitingSince;

	private long busy;

	private long busySince;

	private boolean behind;

	/**
	 * Create the heartbeat of a connection.
	 * @param pong sends a pong
	 */
	RtmHeartbeat(Mono<Void> pong) {
		this.pong = pong;
	}

	/**
	 * Start with the intervals of the server.
	 */
	void start(EngineHandshake handshake) {
		synchronized (this) {
			this.timeout = handshake.timeout().toNanos();
			this.pongInterval = Duration.ofMillis(Math.min(handshake.pingInterval(), handshake.pingTimeout())).toNanos()
					/ 2;
			reset();
		}
		this.started.tryEmitEmpty();
	}

	/**
	 * Record that the session waits for the next frame.
	 */
	synchronized void awaitingFrame() {
		this.waiting = true;
		this.waitingSince = now();
		this.busy += this.waitingSince - this.busySince;
		this.busySince = this.waitingSince;
	}

	/**
	 * Record that a frame was received.
	 * @return whether all that the server sent before has been read, as far as can be
	 * determined
	 */
	synchronized boolean frameReceived() {
		if (this.waiting) {
			long now = now();
			long wait = now - this.waitingSince;
			this.busySince = now;
			this.waited += wait;
			this.waiting = false;
			this.behind = this.behind && wait < CAUGHT_UP.toNanos();
		}
		return !this.behind;
	}

	/**
	 * Wait until an event is accepted, and send pongs meanwhile.
	 */
	Mono<Void> await(RtmEventSink.Acceptance acceptance) {
		Mono<Void> pending = acceptance.pending();
		Mono<Void> accepted = (pending != null) ? Mono.firstWithSignal(pending, Mono.defer(this::sendPongs))
				: Mono.empty();
		return isPongDue() ? sendPong().then(accepted) : accepted;
	}

	/**
	 * Many events without a pause between them may delay a ping, although each of them is
	 * accepted quickly.
	 */
	private synchronized boolean isPongDue() {
		boolean due = this.pongInterval > 0 && this.busy + now() - this.busySince >= this.pongInterval;
		this.behind = this.behind || due;
		return due;
	}

	private Mono<Void> sendPongs() {
		synchronized (this) {
			this.behind = true;
		}
		return Mono.defer(() -> Mono.delay(untilPong()).then(sendPong())).repeat().then();
	}

	/**
	 * Send a pong.
	 */
	Mono<Void> sendPong() {
		return Mono.defer(() -> {
			reset();
			return this.pong;
		});
	}

	/**
	 * After a pong, the server starts its interval again.
	 */
	private synchronized void reset() {
		this.lastPong = now();
		this.waited = 0;
		this.busy = 0;
		this.busySince = this.lastPong;
		this.waitingSince = this.lastPong;
	}

	private synchronized Duration untilPong() {
		return Duration.ofNanos(Math.max(0, this.pongInterval - (now() - this.lastPong)));
	}

	/**
	 * Monitor the pings.
	 * @return never completes; fails with an {@link RtmProtocolException} if no ping is
	 * received in time
	 */
	Mono<Void> monitor() {
		return this.started.asMono()
			.thenMany(Mono.defer(() -> Mono.delay(untilCheck()).then(Mono.defer(this::check))).repeat())
			.then();
	}

	private synchronized Mono<Void> check() {
		return (remaining() > 0) ? Mono.empty() : Mono.error(new RtmProtocolException(
				"The server has sent no ping for %d ms".formatted(Duration.ofNanos(this.timeout).toMillis())));
	}

	private synchronized Duration untilCheck() {
		return Duration.ofNanos(Math.max(remaining(), this.timeout / CHECKS));
	}

	private long remaining() {
		return this.timeout - this.waited - (this.waiting ? now() - this.waitingSince : 0);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

}
