package io.github.crispspring.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the bodies that are being received: the size and the time of each, and the
 * memory of all of them together.
 */
final class WebhookReads {

	private static final long MIN_CAPACITY = DataSize.ofMegabytes(64).toBytes();

	private static final int MAX_BLOCKING = 50;

	private final int maxBodySize;

	private final Duration timeout;

	private final long capacity;

	private final AtomicLong reserved = new AtomicLong();

	private final Semaphore blocking = new Semaphore(MAX_BLOCKING);

	/**
	 * Create the limits.
	 * @param maxBodySize the maximum size of one body
	 * @param timeout the maximum time from the headers of a request to the end of its
	 * body
	 */
	WebhookReads(DataSize maxBodySize, Duration timeout) {
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero(), "'timeout' must be greater than 0");
		this.maxBodySize = Math.toIntExact(maxBodySize.toBytes());
		this.timeout = timeout;
		// A body of the maximum size must always fit
		this.capacity = Math.max(MIN_CAPACITY, maxBodySize.toBytes() * 2);
	}

	int maxBodySize() {
		return this.maxBodySize;
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Reserve memory for a part of a body.
	 * @param bytes the number of bytes
	 * @return whether the memory is reserved, so that it has to be released
	 */
	boolean reserve(long bytes) {
		if (this.reserved.addAndGet(bytes) > this.capacity) {
			this.reserved.addAndGet(-bytes);
			return false;
		}
		return true;
	}

	void release(long bytes) {
		this.reserved.addAndGet(-bytes);
	}

	/**
	 * Return the permits for reads that may block a thread of the server.
	 */
	Semaphore blocking() {
		return this.blocking;
	}

}
