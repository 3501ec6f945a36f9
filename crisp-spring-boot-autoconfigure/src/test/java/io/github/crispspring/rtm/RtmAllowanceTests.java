package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RtmAllowanceTests {

	private final AtomicLong nanos = new AtomicLong();

	@Test
	void capacityIsAvailableAtOnce() {
		RtmAllowance allowance = allowance(3);
		for (int i = 0; i < 3; i++) {
			assertThat(allowance.untilAvailable()).isZero();
			allowance.take();
		}
		assertThat(allowance.untilAvailable()).hasSeconds(10);
	}

	@Test
	void oneMoreIsAvailableAfterEachInterval() {
		RtmAllowance allowance = allowance(1);
		allowance.take();
		advance(4);
		assertThat(allowance.untilAvailable()).hasSeconds(6);
		advance(6);
		assertThat(allowance.untilAvailable()).isZero();
	}

	@Test
	void whatIsTakenBeyondTheCapacityIsWaitedFor() {
		RtmAllowance allowance = allowance(1);
		allowance.take();
		allowance.take();
		allowance.take();
		assertThat(allowance.untilAvailable()).hasSeconds(30);
	}

	@Test
	void noMoreThanTheCapacityIsSaved() {
		RtmAllowance allowance = allowance(2);
		advance(1_000_000);
		allowance.take();
		allowance.take();
		assertThat(allowance.untilAvailable()).hasSeconds(10);
	}

	private RtmAllowance allowance(int capacity) {
		return new RtmAllowance(capacity, Duration.ofSeconds(10), this.nanos::get);
	}

	private void advance(int seconds) {
		this.nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
	}

}
