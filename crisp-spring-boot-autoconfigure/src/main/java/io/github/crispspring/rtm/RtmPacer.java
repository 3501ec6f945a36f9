package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Decides when to connect again. Each attempt costs a REST call, and the calls of a day
 * are limited: beyond a number of quick attempts, connections that do not last are
 * re-established no more often than those that fail.
 */
final class RtmPacer {

	/**
	 * How many attempts may follow each other as quickly as the backoff allows.
	 */
	static final int QUICK_ATTEMPTS = 15;

	private final RtmBackoff backoff;

	private final RtmAllowance attempts;

	private final DoubleSupplier random;

	private volatile int failures;

	/**
	 * Create a pacer.
	 * @param backoff the pauses after failures
	 * @param nanos the clock, in nanoseconds
	 * @param random random numbers from 0 up to 1
	 */
	RtmPacer(RtmBackoff backoff, LongSupplier nanos, DoubleSupplier random) {
		this.backoff = backoff;
		this.attempts = new RtmAllowance(QUICK_ATTEMPTS, backoff.longest().multipliedBy(4).dividedBy(5), nanos);
		this.random = random;
	}

	/**
	 * Note that an attempt begins.
	 * @return the number of the attempt, 1 unless there were failures before it
	 */
	int attempt() {
		this.attempts.take();
		return this.failures + 1;
	}

	/**
	 * Return how long to wait when a connection has ended.
	 * @param lasted how long it lasted, {@code null} if it was not established
	 * @param requested how long Crisp requests to wait at least
	 */
	Duration pause(@Nullable Duration lasted, @Nullable Duration requested) {
		this.failures = this.backoff.failures(this.failures, lasted);
		Duration pause = this.backoff.pause(this.failures, this.random.getAsDouble(), requested);
		Duration allowed = this.attempts.untilAvailable();
		return (pause.compareTo(allowed) >= 0) ? pause : allowed;
	}

	/**
	 * Return how many attempts in a row did not succeed or did not last.
	 */
	int failures() {
		return this.failures;
	}

	/**
	 * Forget the failures.
	 */
	void reset() {
		this.failures = 0;
	}

}
