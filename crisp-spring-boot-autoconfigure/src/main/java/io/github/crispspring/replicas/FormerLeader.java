package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the instance that led before this one, from the attempts to acquire
 * the lock. It is kept until this instance has led.
 * <p>
 * An attempt that is rejected shows that the lock was renewed at most a lease ago, or
 * somewhat more if the lock depends on the clocks of the instances. After an outage of
 * the store, the lock may be held for a moment by an instance that does not lead any
 * more, or does not lead yet. Therefore, a later time is assumed only after all attempts
 * have been rejected for as long. A time that is too early does no harm.
 */
final class FormerLeader {

	private final Duration lease;

	/**
	 * Maximum time for which attempts are rejected after the last renewal, if the clocks
	 * of the instances differ by a quarter of the lease.
	 */
	private final Duration held;

	private final Clock clock;

	private @Nullable Instant ledUntil;

	private @Nullable Instant rejectedSince;

	/**
	 * Whether this instance has led, and knows itself what it received last.
	 */
	private boolean hasLed;

	FormerLeader(Duration lease, Clock clock) {
		this.lease = lease;
		this.held = lease.plus(lease.dividedBy(4));
		this.clock = clock;
	}

	/**
	 * Return the current time, to be passed as the beginning of an attempt.
	 */
	Instant now() {
		return this.clock.instant();
	}

	/**
	 * Record an attempt that was rejected, as another instance held the lock.
	 * @param begin when the attempt began
	 */
	void rejected(Instant begin) {
		if (Duration.between(begin, now()).compareTo(this.lease.dividedBy(2)) > 0) {
			// It is not known when the lock was held
			failed(begin);
			return;
		}
		this.rejectedSince = (this.rejectedSince != null) ? this.rejectedSince : begin;
		if (isUnknown() || !this.rejectedSince.plus(this.held).isAfter(begin)) {
			this.ledUntil = begin.minus(this.held);
		}
	}

	/**
	 * Record an attempt that failed, or took so long that its result shows nothing.
	 * @param begin when the attempt began
	 */
	void failed(Instant begin) {
		this.rejectedSince = null;
		if (isUnknown()) {
			this.ledUntil = begin.minus(this.held);
		}
	}

	private boolean isUnknown() {
		return this.ledUntil == null && !this.hasLed;
	}

	/**
	 * Return the time until which another instance certainly led, {@code null} if none is
	 * known.
	 */
	@Nullable Instant ledUntil() {
		return this.ledUntil;
	}

	/**
	 * Forget the former leader, as this instance has led since.
	 */
	void forget() {
		this.hasLed = true;
		this.ledUntil = null;
		this.rejectedSince = null;
	}

}
