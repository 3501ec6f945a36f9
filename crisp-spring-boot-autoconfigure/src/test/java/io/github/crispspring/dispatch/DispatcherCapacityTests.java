package io.github.crispspring.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * Tests for the wait for capacity of a {@link CrispEventDispatcher}.
 */
class DispatcherCapacityTests {

	private final AtomicBoolean ready = new AtomicBoolean();

	private boolean broken;

	private final CrispEventDeduplicator deduplicator = new CrispEventDeduplicator() {

		@Override
		public Mono<Claim> claim(String key) {
			return Mono.never();
		}

		@Override
		public boolean isReady() {
			if (DispatcherCapacityTests.this.broken) {
				throw new NoClassDefFoundError("driver");
			}
			return DispatcherCapacityTests.this.ready.get();
		}

	};

	@Test
	void waitEndsAfterALongOutageOfTheDeduplicator() {
		try (DispatcherTester tester = DispatcherTester.with(this.deduplicator, (builder) -> {
		})) {
			StepVerifier.withVirtualTime(() -> tester.dispatcher.whenCapacity(0))
				.expectSubscription()
				.expectNoEvent(Duration.ofHours(2))
				.then(() -> this.ready.set(true))
				.thenAwait(Duration.ofSeconds(1))
				.verifyComplete();
		}
	}

	@Test
	void waitFailsIfTheDeduplicatorFailsWithAnError() {
		try (DispatcherTester tester = DispatcherTester.with(this.deduplicator, (builder) -> {
		})) {
			StepVerifier.withVirtualTime(() -> tester.dispatcher.whenCapacity(0))
				.expectSubscription()
				.expectNoEvent(Duration.ofSeconds(1))
				.then(() -> this.broken = true)
				.thenAwait(Duration.ofSeconds(1))
				.verifyError(IllegalStateException.class);
		}
	}

}
