package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Decides when to reconnect. Each attempt costs one REST call, and the number of calls
 * per day is limited. Therefore, after a number of quick attempts, connections that do
 * not last are re-established no more often than those that fail.
 */
final class RtmReconnectPolicy {

	/**
	 * Number of attempts that may follow each other as quickly as the back-off allows.
	 */
	static final int QUICK_ATTEMPTS = 15;

	private final RtmBackOff backOff;

	private final RtmRateLimiter attempts;

	private final DoubleSupplier random;

	private volatile int failures;

	/**
	 * Create a policy.
	 * @param backOff the delays after failures
	 * @param nanos the clock, in nanoseconds
	 * @param random supplies random numbers from 0 to 1
	 */
	RtmReconnectPolicy(RtmBackOff backOff, LongSupplier nanos, DoubleSupplier random) {
		this.backOff = backOff;
		this.attempts = new RtmRateLimiter(QUICK_ATTEMPTS, backOff.maxDelay().multipliedBy(4).dividedBy(5), nanos);
		this.random = random;
	}

	/**
	 * Record that an attempt begins.
	 * @return the number of the attempt, 1 if there were no failures before it
	 */
	int beginAttempt() {
		this.attempts.acquire();
		return this.failures + 1;
	}

	/**
	 * Record that an attempt failed or a connection ended, and return the delay before
	 * the next attempt.
	 * @param connectedFor how long the connection lasted, {@code null} if it was not
	 * established
	 * @param retryAfter the minimum delay that Crisp requests, {@code null} for none
	 */
	Duration nextDelay(@Nullable Duration connectedFor, @Nullable Duration retryAfter) {
		this.failures = this.backOff.failures(this.failures, connectedFor);
		Duration delay = this.backOff.delay(this.failures, this.random.getAsDouble(), retryAfter);
		Duration available = this.attempts.untilAvailable();
		return (delay.compareTo(available) >= 0) ? delay : available;
	}

	/**
	 * Return how many consecutive attempts failed or did not last.
	 */
	int failures() {
		return this.failures;
	}

	/**
	 * Reset the number of failures.
	 */
	void reset() {
		this.failures = 0;
	}

}
