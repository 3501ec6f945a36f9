package io.github.crispspring.live;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Limits the number of calls a second.
 */
final class Pace {

	private final long interval;

	private final LongSupplier time;

	private final LongConsumer pause;

	private long next;

	/**
	 * Create a pace.
	 * @param callsPerSecond the maximum number of calls a second
	 * @param time the time in nanoseconds
	 * @param pause waits for a number of nanoseconds
	 */
	Pace(int callsPerSecond, LongSupplier time, LongConsumer pause) {
		this.interval = Duration.ofSeconds(1).toNanos() / callsPerSecond;
		this.time = time;
		this.pause = pause;
		this.next = time.getAsLong();
	}

	/**
	 * Wait until the next call may be made.
	 */
	void await() {
		long now = this.time.getAsLong();
		if (this.next - now > 0) {
			this.pause.accept(this.next - now);
		}
		this.next = Math.max(this.next - now, 0) + now + this.interval;
	}

}
