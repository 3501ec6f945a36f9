package io.github.crispspring.rtm;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Exponential back-off with jitter. The delay doubles with each consecutive failure. Up
 * to a minute of it is random, so that many applications do not reconnect at the same
 * time.
 *
 * @param initialDelay the maximum delay after the first failure
 * @param maxDelay the maximum delay after any failure
 */
record RtmBackOff(Duration initialDelay, Duration maxDelay) {

	/**
	 * Minimum duration of a connection after which earlier failures no longer count.
	 */
	static final Duration STABLE = Duration.ofMinutes(1);

	private static final Duration MAX_JITTER = Duration.ofMinutes(1);

	/**
	 * Maximum delay that is accepted from Crisp.
	 */
	private static final Duration MAX_RETRY_AFTER = Duration.ofHours(24);

	/**
	 * Return the delay before the next attempt.
	 * @param failures the number of consecutive failures, at least 1
	 * @param random a random number from 0 to 1
	 * @param retryAfter the minimum delay that Crisp requests, {@code null} for none
	 */
	Duration delay(int failures, double random, @Nullable Duration retryAfter) {
		long limit = this.maxDelay.toMillis();
		int doublings = failures - 1;
		// The maximum is always reached before 32 doublings
		if (doublings < 32) {
			limit = Math.min(this.initialDelay.toMillis() << doublings, limit);
		}
		long jitter = Math.min(limit, MAX_JITTER.toMillis());
		Duration delay = Duration.ofMillis(limit - jitter + Math.round(jitter * random));
		return (retryAfter != null && retryAfter.compareTo(delay) > 0) ? min(retryAfter, MAX_RETRY_AFTER) : delay;
	}

	/**
	 * Return the number of consecutive failures after a connection has ended.
	 * @param previous the number of consecutive failures before the connection
	 * @param connectedFor how long the connection lasted, {@code null} if it was not
	 * established
	 */
	int failures(int previous, @Nullable Duration connectedFor) {
		return (connectedFor != null && connectedFor.compareTo(STABLE) >= 0) ? 1 : previous + 1;
	}

	private static Duration min(Duration first, Duration second) {
		return (first.compareTo(second) <= 0) ? first : second;
	}

}
