package io.github.crispspring.embedded;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EmbeddedFaults}.
 */
class EmbeddedFaultsTests {

	private final EmbeddedFaults faults = new EmbeddedFaults(new Quota(Clock.systemUTC()), () -> {
	});

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 10_000, Integer.MAX_VALUE })
	void numberOfFaultsThatIsNotPositiveOrTooLargeIsRejected(int number) {
		this.faults.cutConnection(1).forgeSignature(1);
		List<IntFunction<EmbeddedFaults>> numbered = List.of((calls) -> this.faults.rateLimit(Duration.ZERO, calls),
				(calls) -> this.faults.serverError(500, calls), (calls) -> this.faults.slow(Duration.ZERO, calls),
				this.faults::cutConnection, this.faults::forgeSignature, this.faults::staleSignature);
		assertThat(numbered)
			.allSatisfy((fault) -> assertThatIllegalArgumentException().isThrownBy(() -> fault.apply(number))
				.withMessage("The number of faults must be 1 to 10000"));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 10_001 })
	void numberOfDuplicatesThatIsNotPositiveOrTooLargeIsRejected(int events) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.duplicate(events))
			.withMessage("The number of faults must be 1 to 10000");
		assertThat(this.faults.nextIsDuplicated()).isFalse();
	}

	@Test
	void quotaPermitsNoFurtherCallIfItIsZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.quota(-1));
		assertThat(this.faults.quota(0).useQuota("plugin")).isFalse();
	}

}
