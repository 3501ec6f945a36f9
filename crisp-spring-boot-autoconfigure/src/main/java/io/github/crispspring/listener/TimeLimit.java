package io.github.crispspring.listener;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How long a listener may take. One that blocks for longer is interrupted, so that its
 * thread can do something else.
 */
final class TimeLimit {

	private final @Nullable Duration limit;

	/**
	 * Create a limit.
	 * @param limit how long a listener may take, {@code null} for any time
	 */
	TimeLimit(@Nullable Duration limit) {
		this.limit = limit;
	}

	/**
	 * Whether a listener may take any time.
	 */
	boolean isNone() {
		return this.limit == null;
	}

	/**
	 * Call the method of a listener.
	 * @param method calls it, and gives what is left to do when it has returned
	 * @param stuck is told when it has not returned in twice the time, although it was
	 * interrupted
	 * @return what is left to do, which fails when it takes too long
	 */
	Mono<Void> call(Supplier<Mono<Void>> method, Runnable stuck) {
		if (this.limit == null) {
			return method.get();
		}
		Watch watch = new Watch(this.limit, stuck);
		Mono<Void> left = method.get();
		return watch.end() ? Mono.error(this::exceeded) : left.timeout(this.limit, Mono.error(this::exceeded));
	}

	/**
	 * The failure of a listener that took too long.
	 */
	TimeoutException exceeded() {
		return new TimeoutException(
				"A listener took longer than the %s that 'crisp.listener.timeout' allows".formatted(this.limit));
	}

	/**
	 * Watches the call of one listener.
	 */
	private static final class Watch {

		private final Thread thread = Thread.currentThread();

		private final Disposable interruption;

		private final Disposable alarm;

		private boolean ended;

		private boolean interrupted;

		Watch(Duration limit, Runnable stuck) {
			this.interruption = Schedulers.parallel().schedule(this::interrupt, limit.toNanos(), TimeUnit.NANOSECONDS);
			this.alarm = Schedulers.parallel().schedule(stuck, limit.multipliedBy(2).toNanos(), TimeUnit.NANOSECONDS);
		}

		private synchronized void interrupt() {
			if (!this.ended) {
				this.interrupted = true;
				this.thread.interrupt();
			}
		}

		/**
		 * Return whether the listener was interrupted.
		 */
		synchronized boolean end() {
			this.ended = true;
			this.interruption.dispose();
			this.alarm.dispose();
			// The next listener must not find the interruption of this one
			return this.interrupted && (Thread.interrupted() || this.interrupted);
		}

	}

}
