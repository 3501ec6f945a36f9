package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.github.crispspring.rtm.CrispRtmLeadership.Term;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Period during which this instance is the leader. Unless renewed, it expires before the
 * lease of the lock, so that the connection is closed before another instance can become
 * the leader.
 */
final class Tenure {

	/**
	 * Maximum time to wait for the connection to close before the lock is released.
	 */
	private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

	private final @Nullable Instant ledUntil;

	private final Duration validity;

	private volatile long deadline;

	private final Sinks.Empty<Void> lost = Sinks.empty();

	private final AtomicBoolean isLost = new AtomicBoolean();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Disposable.Swap expiry = Disposables.swap();

	private volatile boolean served;

	private volatile boolean led;

	/**
	 * Create a tenure.
	 * @param ledUntil the time until which another instance certainly led, or
	 * {@code null} if none did
	 * @param lease the lease of the lock
	 * @param begin when the lock was requested, as {@link System#nanoTime()}
	 */
	Tenure(@Nullable Instant ledUntil, Duration lease, long begin) {
		this.ledUntil = ledUntil;
		this.validity = lease.multipliedBy(3).dividedBy(4);
		renew(begin);
	}

	/**
	 * Renew the lease.
	 * @param begin when the renewal was requested, as {@link System#nanoTime()}
	 * @return whether the tenure had not expired
	 */
	boolean renew(long begin) {
		this.deadline = begin + this.validity.toNanos();
		Duration rest = Duration.ofNanos(Math.max(0, this.deadline - System.nanoTime()));
		this.expiry.update(Mono.delay(rest).subscribe((tick) -> lose()));
		return !isLost();
	}

	/**
	 * Hold the connection.
	 * @return emits this tenure when the connection is closed
	 */
	Mono<Tenure> serve(Function<Term, Mono<Void>> connection) {
		return Mono.defer(() -> {
			this.served = true;
			if (isLost()) {
				return Mono.empty();
			}
			this.led = true;
			return connection.apply(new Term(this.ledUntil, this.lost.asMono(), () -> !isLost()));
		}).doFinally((signal) -> this.closed.countDown()).thenReturn(this);
	}

	private void lose() {
		this.isLost.set(true);
		this.lost.tryEmitEmpty();
	}

	/**
	 * Return whether the tenure has ended. A process that stood still may notice so
	 * before the expiry is signalled.
	 */
	boolean isLost() {
		return this.isLost.get() || System.nanoTime() - this.deadline > 0;
	}

	/**
	 * Return whether the connection was requested.
	 */
	boolean hasLed() {
		return this.led;
	}

	/**
	 * End the tenure and wait until the connection is closed.
	 */
	void end() {
		lose();
		this.expiry.dispose();
		if (!this.served) {
			return;
		}
		try {
			this.closed.await(CLOSE_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
