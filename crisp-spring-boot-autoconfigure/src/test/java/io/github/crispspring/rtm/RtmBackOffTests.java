package io.github.crispspring.rtm;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RtmBackOffTests {

	private final RtmBackOff backOff = new RtmBackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 30", "7, 30", "40, 30", "2147483647, 30" })
	void delayDoublesWithEachFailure(int failures, int seconds) {
		assertThat(this.backOff.delay(failures, 1, null)).hasSeconds(seconds);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0.25, 7500", "0.5, 15000" })
	void delayIsRandomUpToTheMaximum(double random, long milliseconds) {
		assertThat(this.backOff.delay(10, random, null)).hasMillis(milliseconds);
	}

	@ParameterizedTest
	@CsvSource({ "0, 240", "0.5, 270", "1, 300" })
	void randomPartOfALongDelayIsAMinute(double random, int seconds) {
		RtmBackOff backOff = new RtmBackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));
		assertThat(backOff.delay(10, random, null)).hasSeconds(seconds);
	}

	@Test
	void longerDelayThatCrispRequestsIsUsed() {
		assertThat(this.backOff.delay(1, 1, Duration.ofMinutes(5))).hasMinutes(5);
		assertThat(this.backOff.delay(10, 1, Duration.ofSeconds(5))).hasSeconds(30);
	}

	@Test
	void requestedDelayIsLimitedToADay() {
		assertThat(this.backOff.delay(1, 1, Duration.ofSeconds(Long.MAX_VALUE))).hasHours(24);
	}

	@Test
	void failuresAreResetAfterAStableMinute() {
		assertThat(this.backOff.failures(5, Duration.ofSeconds(60))).isEqualTo(1);
		assertThat(this.backOff.failures(5, Duration.ofSeconds(59))).isEqualTo(6);
		assertThat(this.backOff.failures(5, null)).isEqualTo(6);
	}

}
