package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the maintenance of claims after errors that Reactor rethrows, and after
 * cancellation.
 */
class ClaimMaintenanceTests {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private final AtomicInteger completions = new AtomicInteger();

	private final AtomicInteger removals = new AtomicInteger();

	@Test
	void maintenanceContinuesAfterErrors() {
		run(new FailingStore(), (deduplicator, time) -> {
			deduplicator.claim("key").flatMap(CrispEventDeduplicator.Claim::complete).subscribe();
			time.advanceTimeBy(LEASE.multipliedBy(10));
			assertThat(this.completions).hasValue(4);
			assertThat(this.removals).hasValueGreaterThan(5);
		});
	}

	@Test
	void completionThatIsCancelledIsRepeated() {
		run(new HangingStore(), (deduplicator, time) -> {
			deduplicator.claim("key").flatMap(CrispEventDeduplicator.Claim::complete).subscribe().dispose();
			time.advanceTimeBy(LEASE);
			assertThat(this.completions).hasValue(2);
		});
	}

	private static void run(ClaimStore store, BiConsumer<SharedCrispEventDeduplicator, VirtualTimeScheduler> test) {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		SharedCrispEventDeduplicator deduplicator = new SharedCrispEventDeduplicator(store,
				new SharedCrispEventDeduplicator.Settings("group", Duration.ofHours(1), LEASE));
		try {
			test.accept(deduplicator, time);
		}
		finally {
			deduplicator.destroy();
			VirtualTimeScheduler.reset();
		}
	}

	/**
	 * Store whose first completion does not end.
	 */
	private final class HangingStore extends StubClaimStore {

		@Override
		public Mono<Boolean> complete(ClaimKey key) {
			return (ClaimMaintenanceTests.this.completions.incrementAndGet() == 1) ? Mono.never() : Mono.just(true);
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
