package io.github.crispspring.replicas;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * Tests for events that another instance handles for long.
 */
class HeldClaimTests {

	private static final Duration LEASE = Duration.ofHours(2);

	private ClaimStore.Outcome outcome = ClaimStore.Outcome.HELD;

	@Test
	void eventIsClaimedWhenTheOtherInstanceReleasesIt() {
		StepVerifier.withVirtualTime(this::claim)
			.expectSubscription()
			.expectNoEvent(LEASE.multipliedBy(9))
			.then(() -> this.outcome = ClaimStore.Outcome.CLAIMED)
			.thenAwait(Duration.ofSeconds(2))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void eventIsDuplicateWhenTheOtherInstanceHasHandledIt() {
		StepVerifier.withVirtualTime(this::claim)
			.expectSubscription()
			.expectNoEvent(LEASE.multipliedBy(9))
			.then(() -> this.outcome = ClaimStore.Outcome.HANDLED)
			.thenAwait(Duration.ofSeconds(2))
			.verifyComplete();
	}

	@Test
	void waitFailsAfterTenLeases() {
		StepVerifier.withVirtualTime(this::claim)
			.expectSubscription()
			.expectNoEvent(LEASE.multipliedBy(10).minusSeconds(2))
			.thenAwait(Duration.ofSeconds(4))
			.verifyErrorMessage(
					"Another instance has been handling the event for longer than 10 times 'crisp.replicas.event-lease'");
	}

	private Mono<?> claim() {
		SharedCrispEventDeduplicator deduplicator = new SharedCrispEventDeduplicator(new Store(),
				new SharedCrispEventDeduplicator.Settings("group", Duration.ofHours(24), LEASE));
		return deduplicator.claim("key").doFinally((signal) -> deduplicator.destroy());
	}

	/**
	 * Store with a single claim.
	 */
	private final class Store extends StubClaimStore {

		@Override
		public Mono<Outcome> claim(ClaimKey key) {
			return Mono.fromSupplier(() -> HeldClaimTests.this.outcome);
		}

	}

}
