package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Whether the other end is still there, and that it does not take us for dead.
 * <p>
 * Silence counts only while a frame is waited for: where events are read no faster than
 * they are handled, a ping may be unread behind them. Meanwhile pongs are sent unasked;
 * the server counts them like answers, so that they overtake the events that wait.
 */
final class RtmHeartbeat {

	/**
	 * After a wait as long as this, nothing lies unread.
	 */
	private static final Duration CAUGHT_UP = Duration.ofSeconds(1);

	/**
	 * How much of the limit may pass between two looks at the time.
	 */
	private static final int LOOKS = 20;

	private final Scheduler scheduler = Schedulers.parallel();

	private final Mono<Void> pong;

	private final Sinks.Empty<Void> begun = Sinks.empty();

	private long limit;

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
	 * Obey what the other end says of its pings.
	 */
	void begin(EngineHandshake handshake) {
		synchronized (this) {
			this.limit = handshake.silenceLimit().toNanos();
			this.pongInterval = Duration.ofMillis(Math.min(handshake.pingInterval(), handshake.pingTimeout())).toNanos()
					/ 2;
			beat();
		}
		this.begun.tryEmitEmpty();
	}

	/**
	 * The next frame is waited for.
	 */
	synchronized void waiting() {
		this.waiting = true;
		this.waitingSince = now();
		this.busy += this.waitingSince - this.busySince;
		this.busySince = this.waitingSince;
	}

	/**
	 * A frame came.
	 * @return whether all that was sent before it has been read, as far as can be known
	 */
	synchronized boolean arrived() {
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
	 * Let an event be handled, and send pongs while it takes its time.
	 */
	Mono<Void> during(Mono<Void> handling) {
		Mono<Void> kept = (handling == Mono.<Void>empty()) ? handling
				: Mono.firstWithSignal(handling, Mono.defer(this::keepAlive));
		return isPongDue() ? sendPong().then(kept) : kept;
	}

	/**
	 * Where one event follows the other without a pause, none of them takes long enough
	 * for a pong, but a ping may be behind all of them.
	 */
	private synchronized boolean isPongDue() {
		boolean due = this.pongInterval > 0 && this.busy + now() - this.busySince >= this.pongInterval;
		this.behind = this.behind || due;
		return due;
	}

	private Mono<Void> keepAlive() {
		synchronized (this) {
			this.behind = true;
		}
		return Mono.defer(() -> Mono.delay(untilPong()).then(sendPong())).repeat().then();
	}

	/**
	 * Send a pong, to answer a ping or unasked.
	 */
	Mono<Void> sendPong() {
		return Mono.defer(() -> {
			beat();
			return this.pong;
		});
	}

	/**
	 * A pong puts the other end's next ping off.
	 */
	private synchronized void beat() {
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
	 * Fails when the other end has been silent for too long.
	 */
	Mono<Void> untilSilent() {
		return this.begun.asMono()
			.thenMany(Mono.defer(() -> Mono.delay(untilLook()).then(Mono.defer(this::look))).repeat())
			.then();
	}

	private synchronized Mono<Void> look() {
		return (left() > 0) ? Mono.empty() : Mono.error(new RtmProtocolException(
				"The other end has sent no ping for %d ms".formatted(Duration.ofNanos(this.limit).toMillis())));
	}

	private synchronized Duration untilLook() {
		return Duration.ofNanos(Math.max(left(), this.limit / LOOKS));
	}

	private long left() {
		return this.limit - this.waited - (this.waiting ? now() - this.waitingSince : 0);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

}
