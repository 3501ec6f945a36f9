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
 * Tests for {@link RtmReconnectPolicy}: each attempt costs one of the REST calls per day.
 */
class RtmReconnectPolicyTests {

	private final AtomicLong nanos = new AtomicLong();

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 1 })
	void dayOfOutageCostsUnder500Calls(double random) {
		assertThat(attemptsPerDay(random, null)).isBetween(250, 499);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0, 2", "0, 59", "0, 60", "0.5, 61", "0, 90", "0, 200", "1, 61" })
	void dayOfAFlappingConnectionCostsUnder500Calls(double random, int seconds) {
		assertThat(attemptsPerDay(random, Duration.ofSeconds(seconds))).isBetween(100, 499);
	}

	@Test
	void connectionsThatEndOccasionallyAreReestablishedQuickly() {
		RtmReconnectPolicy policy = policy(1);
		for (int i = 0; i < 100; i++) {
			policy.beginAttempt();
			advance(Duration.ofMinutes(10));
			assertThat(policy.nextDelay(Duration.ofMinutes(10), null)).hasSeconds(1);
		}
	}

	@Test
	void connectionAfterALongOutageIsReestablishedQuickly() {
		RtmReconnectPolicy policy = policy(1);
		for (int i = 0; i < 100; i++) {
			policy.beginAttempt();
			advance(policy.nextDelay(null, null));
		}
		policy.beginAttempt();
		advance(Duration.ofMinutes(2));
		assertThat(policy.nextDelay(Duration.ofMinutes(2), null)).hasSeconds(1);
	}

	@Test
	void numberOfTheAttemptIsOneMoreThanTheFailures() {
		RtmReconnectPolicy policy = policy(1);
		assertThat(policy.beginAttempt()).isEqualTo(1);
		policy.nextDelay(null, null);
		assertThat(policy.beginAttempt()).isEqualTo(2);
		policy.reset();
		assertThat(policy.beginAttempt()).isEqualTo(1);
	}

	private int attemptsPerDay(double random, @Nullable Duration connectedFor) {
		RtmReconnectPolicy policy = policy(random);
		int attempts = 0;
		while (this.nanos.get() < Duration.ofDays(1).toNanos()) {
			policy.beginAttempt();
			attempts++;
			if (connectedFor != null) {
				advance(connectedFor);
			}
			advance(policy.nextDelay(connectedFor, null));
		}
		return attempts;
	}

	private RtmReconnectPolicy policy(double random) {
		RtmBackOff backOff = new RtmBackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));
		return new RtmReconnectPolicy(backOff, this.nanos::get, () -> random);
	}

	private void advance(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

}
