package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a day costs, each attempt being one REST call.
 */
class RtmPacerTests {

	private final AtomicLong nanos = new AtomicLong();

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 1 })
	void dayOfOutageCostsUnder500Calls(double chance) {
		assertThat(attemptsOfADay(chance, null)).isBetween(250, 499);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0, 2", "0, 59", "0, 60", "0.5, 61", "0, 90", "0, 200", "1, 61" })
	void dayOfAFlappingConnectionCostsUnder500Calls(double chance, int seconds) {
		assertThat(attemptsOfADay(chance, Duration.ofSeconds(seconds))).isBetween(100, 499);
	}

	@Test
	void connectionsThatEndNowAndThenAreReestablishedQuickly() {
		RtmPacer pacer = pacer(1);
		for (int i = 0; i < 100; i++) {
			pacer.attempt();
			advance(Duration.ofMinutes(10));
			assertThat(pacer.pause(Duration.ofMinutes(10), null)).hasSeconds(1);
		}
	}

	@Test
	void connectionAfterALongOutageIsReestablishedQuickly() {
		RtmPacer pacer = pacer(1);
		for (int i = 0; i < 100; i++) {
			pacer.attempt();
			advance(pacer.pause(null, null));
		}
		pacer.attempt();
		advance(Duration.ofMinutes(2));
		assertThat(pacer.pause(Duration.ofMinutes(2), null)).hasSeconds(1);
	}

	@Test
	void numberOfTheAttemptIsOneMoreThanTheFailures() {
		RtmPacer pacer = pacer(1);
		assertThat(pacer.attempt()).isEqualTo(1);
		pacer.pause(null, null);
		assertThat(pacer.attempt()).isEqualTo(2);
		pacer.reset();
		assertThat(pacer.attempt()).isEqualTo(1);
	}

	private int attemptsOfADay(double chance, @Nullable Duration lasting) {
		RtmPacer pacer = pacer(chance);
		int attempts = 0;
		while (this.nanos.get() < Duration.ofDays(1).toNanos()) {
			pacer.attempt();
			attempts++;
			if (lasting != null) {
				advance(lasting);
			}
			advance(pacer.pause(lasting, null));
		}
		return attempts;
	}

	private RtmPacer pacer(double chance) {
		RtmBackoff backoff = new RtmBackoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
		return new RtmPacer(backoff, this.nanos::get, () -> chance);
	}

	private void advance(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

}
