package io.github.crispspring.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Quota}.
 */
@ExtendWith(OutputCaptureExtension.class)
class QuotaTests {

	private Instant now = Instant.parse("2026-01-01T23:59:00Z");

	private final Quota quota = new Quota(new Clock() {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return QuotaTests.this.now;
		}

	});

	@ParameterizedTest
	@CsvSource({ "plugin, 5000", "website, 10000" })
	void callsOfADayAreLimitedByTheKindOfTheToken(String tier, int limit, CapturedOutput output) {
		assertThat(use(tier, limit)).isEqualTo(limit);
		assertThat(this.quota.use(tier)).isFalse();
		assertThat(output).containsOnlyOnce("The daily quota of " + limit + " REST calls is used up");
	}

	@Test
	void callsAreLimitedAgainOnTheNextDay() {
		use("plugin", 5_000);
		this.now = this.now.plus(Duration.ofMinutes(1));
		assertThat(use("plugin", 5_001)).isEqualTo(5_000);
	}

	@Test
	void permittedCallsFollowThoseThatWereMade() {
		use("plugin", 10);
		this.quota.permit(3);
		assertThat(use("plugin", 5)).isEqualTo(3);
	}

	private long use(String tier, int calls) {
		return IntStream.range(0, calls).filter((call) -> this.quota.use(tier)).count();
	}

}
