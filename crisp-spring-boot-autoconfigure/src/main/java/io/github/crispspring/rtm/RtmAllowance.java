package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits how often something happens in the long run: a number of times at once, and once
 * more with each interval.
 */
final class RtmAllowance {

	private final int capacity;

	private final double interval;

	private final LongSupplier nanos;

	private double available;

	private long updated;

	/**
	 * Create an allowance.
	 * @param capacity how often it may happen at once
	 * @param interval after which it may happen once more
	 * @param nanos the clock, in nanoseconds
	 */
	RtmAllowance(int capacity, Duration interval, LongSupplier nanos) {
		this.capacity = capacity;
		this.interval = Math.max(1, interval.toNanos());
		this.nanos = nanos;
		this.available = capacity;
		this.updated = nanos.getAsLong();
	}

	/**
	 * Note that it happens, also beyond what is allowed.
	 */
	synchronized void take() {
		refill();
		this.available--;
	}

	/**
	 * Return how long to wait before it may happen.
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
