package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FormerLeader}.
 */
class FormerLeaderTests {

	private static final Duration LEASE = Duration.ofSeconds(10);

	private static final Duration DIFFERENCE_OF_CLOCKS = LEASE.dividedBy(4);

	private static final Duration HELD = LEASE.plus(DIFFERENCE_OF_CLOCKS);

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private final TestClock clock = new TestClock();

	private final FormerLeader former = new FormerLeader(LEASE, this.clock);

	@Test
	void noLeaderIsKnownAtFirst() {
		assertThat(this.former.ledUntil()).isNull();
	}

	@Test
	void lockWasRenewedAtMostOneLeaseAndDifferenceOfClocksBeforeAttempt() {
		reject();
		assertThat(this.former.ledUntil()).isEqualTo(START.minus(HELD));
	}

	@Test
	void leaderIsKnownToLeadAfterAttemptsAreRejectedForAsLong() {
		for (int i = 0; i < 30; i++) {
			reject();
			pass(Duration.ofSeconds(1));
		}
		assertThat(this.former.ledUntil()).isEqualTo(START.plusSeconds(29).minus(HELD));
	}

	@Test
	void attemptThatTookLongShowsNothing() {
		reject();
		Instant begin = this.former.now();
		pass(Duration.ofSeconds(20));
		this.former.rejected(begin);
		assertThat(this.former.ledUntil()).isEqualTo(START.minus(HELD));
	}

	@Test
	void holderAfterFailureIsNotKnownToLead() {
		reject();
		pass(Duration.ofSeconds(1));
		this.former.failed(this.former.now());
		pass(Duration.ofSeconds(20));
		reject();
		pass(Duration.ofSeconds(1));
		reject();
		assertThat(this.former.ledUntil()).isEqualTo(START.minus(HELD));
	}

	@Test
	void instanceThatCouldNotReachStoreAtFirstMayHaveMissedEvents() {
		this.former.failed(this.former.now());
		assertThat(this.former.ledUntil()).isEqualTo(START.minus(HELD));
	}

	@Test
	void failureAfterOwnLeadershipShowsNoOtherLeader() {
		this.former.forget();
		this.former.failed(this.former.now());
		assertThat(this.former.ledUntil()).isNull();
	}

	@Test
	void holderThatFollowsOwnLeadershipIsNotKnownToLeadYet() {
		this.former.forget();
		reject();
		assertThat(this.former.ledUntil()).isNull();
		pass(HELD);
		reject();
		assertThat(this.former.ledUntil()).isEqualTo(START);
	}

	private void reject() {
		this.former.rejected(this.former.now());
	}

	private void pass(Duration duration) {
		this.clock.now = this.clock.now.plus(duration);
	}

	private static final class TestClock extends Clock {

		Instant now = START;

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
