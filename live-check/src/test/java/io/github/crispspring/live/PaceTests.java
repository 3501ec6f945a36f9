package io.github.crispspring.live;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Pace}.
 */
class PaceTests {

	private final AtomicLong time = new AtomicLong();

	private final AtomicLong paused = new AtomicLong();

	private final Pace pace = new Pace(5, this.time::get, (nanoseconds) -> {
		this.paused.addAndGet(nanoseconds);
		this.time.addAndGet(nanoseconds);
	});

	@Test
	void callsAreSpreadOverTime() {
		for (int i = 0; i < 11; i++) {
			this.pace.await();
		}
		assertThat(Duration.ofNanos(this.time.get())).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void slowCallsAreNotDelayed() {
		for (int i = 0; i < 10; i++) {
			this.pace.await();
			this.time.addAndGet(Duration.ofSeconds(1).toNanos());
		}
		assertThat(this.paused).hasValue(0);
	}

}
