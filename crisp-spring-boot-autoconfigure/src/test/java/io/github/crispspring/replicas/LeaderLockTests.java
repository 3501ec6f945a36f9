package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LeaderLock}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LeaderLockTests {

	@Test
	void lockThatCannotBeAcquiredIsLoggedAsWarningOnceAMinute(CapturedOutput output) {
		LeaderLock lock = new LeaderLock(() -> {
			throw new IllegalStateException("no table");
		}, Duration.ofSeconds(10), Clock.systemUTC());
		for (int i = 0; i < 3; i++) {
			assertThatIllegalStateException().isThrownBy(() -> lock.tryLock(0, TimeUnit.MILLISECONDS));
		}
		assertThat(output.getAll()).containsOnlyOnce("WARN")
			.containsOnlyOnce("Failed to acquire the lock of the leader")
			.contains("no table");
	}

	@Test
	void errorOfTheRegistryIsAnExceptionSoThatTheElectionContinues(CapturedOutput output) {
		LeaderLock lock = new LeaderLock(() -> {
			throw new NoClassDefFoundError("driver");
		}, Duration.ofSeconds(10), Clock.systemUTC());
		assertThatIllegalStateException().isThrownBy(() -> lock.tryLock(0, TimeUnit.MILLISECONDS))
			.withCauseInstanceOf(NoClassDefFoundError.class);
		assertThat(output.getAll()).contains("Failed to acquire the lock of the leader");
	}

}
