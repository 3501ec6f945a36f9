package io.github.crispspring.rtm;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RtmBackoffTests {

	private final RtmBackoff backoff = new RtmBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 30", "7, 30", "40, 30", "2147483647, 30" })
	void limitDoublesWithEachFailure(int failures, int seconds) {
		assertThat(this.backoff.pause(failures, 1, null)).hasSeconds(seconds);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0.25, 7500", "0.5, 15000" })
	void pauseIsAnyPartOfTheLimit(double chance, long milliseconds) {
		assertThat(this.backoff.pause(10, chance, null)).hasMillis(milliseconds);
	}

	@ParameterizedTest
	@CsvSource({ "0, 240", "0.5, 270", "1, 300" })
	void randomPartOfALongPauseIsAMinute(double chance, int seconds) {
		RtmBackoff backoff = new RtmBackoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
		assertThat(backoff.pause(10, chance, null)).hasSeconds(seconds);
	}

	@Test
	void longerPauseThatCrispAsksForIsObeyed() {
		assertThat(this.backoff.pause(1, 1, Duration.ofMinutes(5))).hasMinutes(5);
		assertThat(this.backoff.pause(10, 1, Duration.ofSeconds(5))).hasSeconds(30);
	}

	@Test
	void absurdPauseIsNotObeyed() {
		assertThat(this.backoff.pause(1, 1, Duration.ofSeconds(Long.MAX_VALUE))).hasHours(24);
	}

	@Test
	void failuresAreForgottenAfterAStableMinute() {
		assertThat(this.backoff.failures(5, Duration.ofSeconds(60))).isEqualTo(1);
		assertThat(this.backoff.failures(5, Duration.ofSeconds(59))).isEqualTo(6);
		assertThat(this.backoff.failures(5, null)).isEqualTo(6);
	}

}
