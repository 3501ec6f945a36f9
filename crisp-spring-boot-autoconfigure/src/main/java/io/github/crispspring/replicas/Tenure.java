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
 * A time in which this instance leads. It ends by itself when it is not renewed: before
 * the lease of the lock does, so that the connection is closed when another instance may
 * lead.
 */
final class Tenure {

	/**
	 * How long closing the connection may keep the lock.
	 */
	private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

	private final @Nullable Instant ledUntil;

	private final Duration validity;

	private final Sinks.Empty<Void> lost = Sinks.empty();

	private final AtomicBoolean isLost = new AtomicBoolean();

	private final CountDownLatch over = new CountDownLatch(1);

	private final Disposable.Swap expiry = Disposables.swap();

	private volatile boolean served;

	/**
	 * Begin.
	 * @param ledUntil until when another instance certainly led, if one did
	 * @param lease the lease of the lock
	 * @param begin when it was asked for, in the time of {@link System#nanoTime()}
	 */
	Tenure(@Nullable Instant ledUntil, Duration lease, long begin) {
		this.ledUntil = ledUntil;
		this.validity = lease.multipliedBy(3).dividedBy(4);
		renew(begin);
	}

	/**
	 * Begin the lease anew.
	 * @param begin when it was asked for
	 * @return whether it was in time
	 */
	boolean renew(long begin) {
		Duration rest = this.validity.minusNanos(System.nanoTime() - begin);
		this.expiry.update(Mono.delay(rest).subscribe((tick) -> lose()));
		return !isLost();
	}

	/**
	 * Hold the connection.
	 * @return gives this when there is no connection any more
	 */
	Mono<Tenure> serve(Function<Term, Mono<Void>> connection) {
		return Mono.defer(() -> {
			this.served = true;
			return isLost() ? Mono.empty() : connection.apply(new Term(this.ledUntil, this.lost.asMono()));
		}).doFinally((signal) -> this.over.countDown()).thenReturn(this);
	}

	private void lose() {
		this.isLost.set(true);
		this.lost.tryEmitEmpty();
	}

	boolean isLost() {
		return this.isLost.get();
	}

	/**
	 * End, if it has not yet, and wait until there is no connection any more.
	 */
	void end() {
		lose();
		this.expiry.dispose();
		if (!this.served) {
			return;
		}
		try {
			this.over.await(CLOSE_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
