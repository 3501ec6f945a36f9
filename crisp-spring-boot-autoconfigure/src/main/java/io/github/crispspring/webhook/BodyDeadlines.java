package io.github.crispspring.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Deadlines of bodies that are read without blocking. Bodies that begin at about the same
 * time share a deadline, as a timer for each body costs more than reading it.
 */
final class BodyDeadlines {

	private static final int SHARED_FRACTION = 10;

	private final Duration timeout;

	private final Duration tolerance;

	private volatile @Nullable Deadline latest;

	/**
	 * Create the deadlines.
	 * @param timeout the shortest time until a deadline; it passes within a tenth more
	 */
	BodyDeadlines(Duration timeout) {
		this.timeout = timeout;
		this.tolerance = timeout.dividedBy(SHARED_FRACTION);
	}

	/**
	 * Return the deadline of a body that begins now.
	 * @return a publisher that emits when the deadline has passed
	 */
	Mono<Long> next() {
		long now = System.nanoTime();
		Deadline deadline = this.latest;
		if (deadline == null || now - deadline.createdAt > this.tolerance.toNanos()) {
			deadline = new Deadline(now, Mono.delay(this.timeout.plus(this.tolerance)).share());
			this.latest = deadline;
		}
		return deadline.passed;
	}

	/**
	 * A deadline.
	 *
	 * @param createdAt when it was created, in nanoseconds
	 * @param passed emits when it has passed
	 */
	private record Deadline(long createdAt, Mono<Long> passed) {

	}

}
