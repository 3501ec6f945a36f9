package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Token bucket that limits the average rate of operations, but allows a burst.
 */
final class RtmRateLimiter {

	private final int capacity;

	private final double interval;

	private final LongSupplier nanos;

	private double available;

	private long updated;

	/**
	 * Create a rate limiter.
	 * @param capacity the maximum number of operations in a burst
	 * @param interval the interval after which one more operation is available
	 * @param nanos the clock, in nanoseconds
	 */
	RtmRateLimiter(int capacity, Duration interval, LongSupplier nanos) {
		this.capacity = capacity;
		this.interval = Math.max(1, interval.toNanos());
		this.nanos = nanos;
		this.available = capacity;
		this.updated = nanos.getAsLong();
	}

	/**
	 * Record an operation, even if none is available.
	 */
	synchronized void acquire() {
		refill();
		this.available--;
	}

	/**
	 * Return how long to wait until an operation is available.
	 */
	synchronized Duration untilAvailable() {
		refill();
		return (this.available >= 1) ? Duration.ZERO
				: Duration.ofNanos(Math.round((1 - this.available) * this.interval));
	}

	private void refill() {
		long now = this.nanos.getAsLong();
		this.available = Math.min(this.capacity, this.available + (now - this.updated) / this.interval);
		this.updated = now;
	}

}
