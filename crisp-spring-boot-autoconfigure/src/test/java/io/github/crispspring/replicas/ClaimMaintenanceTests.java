package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the maintenance of claims after errors that Reactor rethrows.
 */
class ClaimMaintenanceTests {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private final AtomicInteger completions = new AtomicInteger();

	private final AtomicInteger removals = new AtomicInteger();

	@Test
	void maintenanceContinuesAfterErrors() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		SharedCrispEventDeduplicator deduplicator = new SharedCrispEventDeduplicator(new FailingStore(),
				new SharedCrispEventDeduplicator.Settings("group", Duration.ofHours(1), LEASE));
		try {
			deduplicator.claim("key").flatMap(CrispEventDeduplicator.Claim::complete).subscribe();
			time.advanceTimeBy(LEASE.multipliedBy(10));
			assertThat(this.completions).hasValue(4);
			assertThat(this.removals).hasValueGreaterThan(5);
		}
		finally {
			deduplicator.destroy();
			VirtualTimeScheduler.reset();
		}
	}

	/**
	 * Store whose first attempts fail with errors.
	 */
	private final class FailingStore extends StubClaimStore {

		@Override
		public Mono<Boolean> complete(ClaimKey key) {
			return switch (ClaimMaintenanceTests.this.completions.incrementAndGet()) {
				case 1 -> Mono.error(new IllegalStateException("out of reach"));
				case 2, 3 -> throw new NoClassDefFoundError("driver");
				default -> Mono.just(true);
			};
		}

		@Override
		public Mono<Void> removeExpired() {
			if (ClaimMaintenanceTests.this.removals.incrementAndGet() <= 2) {
				throw new NoClassDefFoundError("driver");
			}
			return Mono.empty();
		}

	}

}
