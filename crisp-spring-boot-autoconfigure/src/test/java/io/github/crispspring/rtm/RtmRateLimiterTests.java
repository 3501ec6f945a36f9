package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RtmRateLimiterTests {

	private final AtomicLong nanos = new AtomicLong();

	@Test
	void burstUpToTheCapacityIsAvailable() {
		RtmRateLimiter limiter = limiter(3);
		for (int i = 0; i < 3; i++) {
			assertThat(limiter.untilAvailable()).isZero();
			limiter.acquire();
		}
		assertThat(limiter.untilAvailable()).hasSeconds(10);
	}

	@Test
	void oneMoreIsAvailableAfterEachInterval() {
		RtmRateLimiter limiter = limiter(1);
		limiter.acquire();
		advance(4);
		assertThat(limiter.untilAvailable()).hasSeconds(6);
		advance(6);
		assertThat(limiter.untilAvailable()).isZero();
	}

	@Test
	void operationsBeyondTheCapacityDelayTheNext() {
		RtmRateLimiter limiter = limiter(1);
		limiter.acquire();
		limiter.acquire();
		limiter.acquire();
		assertThat(limiter.untilAvailable()).hasSeconds(30);
	}

	@Test
	void unusedOperationsAccumulateUpToTheCapacity() {
		RtmRateLimiter limiter = limiter(2);
		advance(1_000_000);
		limiter.acquire();
		limiter.acquire();
		assertThat(limiter.untilAvailable()).hasSeconds(10);
	}

	private RtmRateLimiter limiter(int capacity) {
		return new RtmRateLimiter(capacity, Duration.ofSeconds(10), this.nanos::get);
	}

	private void advance(int seconds) {
		this.nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
	}

}
