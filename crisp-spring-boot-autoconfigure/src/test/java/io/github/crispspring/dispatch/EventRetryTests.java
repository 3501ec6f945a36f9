package io.github.crispspring.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.retry.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for retries of events that are not delivered again.
 */
class EventRetryTests {

	@Test
	void failedEventIsRetriedBeforeNextEvent() {
		try (DispatcherTester tester = DispatcherTester.with(retries(3, Duration.ofMillis(50)))) {
			AtomicInteger failures = new AtomicInteger(2);
			tester.listener = (fingerprint) -> {
				if (fingerprint == 1 && failures.getAndDecrement() > 0) {
					throw new IllegalStateException("failed");
				}
				return null;
			};
			tester.tryDispatch("s", 1);
			tester.tryDispatch("s", 2);
			tester.awaitIdle();
			assertThat(tester.received).containsExactly(1L, 1L, 1L, 2L);
			assertThat(tester.failures).isEmpty();
			assertThat(tester.dispatcher.getLostCounts()).containsEntry("failure", 0L);
		}
	}

	@Test
	void errorHandlerIsInvokedOnceAfterLastRetry() {
		try (DispatcherTester tester = DispatcherTester.with(retries(2, Duration.ofMillis(1)))) {
			tester.listener = (fingerprint) -> (fingerprint == 1) ? Mono.error(new IllegalStateException("failed"))
					: null;
			tester.tryDispatch("s", 1);
			tester.tryDispatch("s", 2);
			tester.awaitIdle();
			assertThat(tester.received).containsExactly(1L, 1L, 1L, 2L);
			assertThat(tester.failures).singleElement().satisfies((ex) -> assertThat(ex).hasMessage("failed"));
			assertThat(tester.dispatcher.getLostCounts()).containsEntry("failure", 1L);
		}
	}

	@Test
	void otherConversationsAreHandledDuringDelay() {
		try (DispatcherTester tester = DispatcherTester
			.with(retries(1, Duration.ofMinutes(10)).andThen((builder) -> builder.concurrency(1)))) {
			tester.listener = (fingerprint) -> {
				if (fingerprint == 1) {
					throw new IllegalStateException("failed");
				}
				return null;
			};
			tester.tryDispatch("failing", 1);
			assertThat(tester.outcome("other", 2)).isNull();
			assertThat(tester.dispatcher.getPendingCount()).isEqualTo(1);
		}
	}

	@Test
	void redeliveredEventIsNotRetried() {
		try (DispatcherTester tester = DispatcherTester.with(retries(3, Duration.ofMillis(1)))) {
			tester.listener = (fingerprint) -> {
				throw new IllegalStateException("failed");
			};
			assertThat(tester.outcome("s", 1)).hasMessage("failed");
			assertThat(tester.received).containsExactly(1L);
		}
	}

	@Test
	void eventThatTimedOutIsNotRetried() {
		try (DispatcherTester tester = DispatcherTester
			.with(retries(3, Duration.ofMillis(1)).andThen((builder) -> builder.timeout(Duration.ofMillis(200))))) {
			tester.listener = (fingerprint) -> Mono.never();
			tester.tryDispatch("s", 1);
			tester.awaitIdle();
			assertThat(tester.received).containsExactly(1L);
			assertThat(tester.failures).hasSize(1);
		}
	}

	@Test
	void listenerThatHandledEventIsNotCalledAgain() {
		List<String> calls = new CopyOnWriteArrayList<>();
		AtomicInteger failures = new AtomicInteger(1);
		CrispEventDispatcher.Builder builder = CrispEventDispatcher.builder((event) -> {
			DispatchedEvent<?> dispatched = (DispatchedEvent<?>) event;
			dispatched.call("one", () -> {
				calls.add("one");
				return Mono.fromRunnable(() -> calls.add("reply of one"));
			});
			dispatched.call("other", () -> {
				calls.add("other");
				if (failures.getAndDecrement() > 0) {
					throw new IllegalStateException("failed");
				}
				return null;
			});
		}, (key) -> Mono.error(new IllegalStateException("not used")));
		retries(3, Duration.ofMillis(1)).accept(builder);
		CrispEventDispatcher dispatcher = builder.build();
		try {
			dispatcher.tryDispatch(Events.withoutDuplicates(), Events.delivery());
			await().until(() -> dispatcher.getPendingCount() == 0);
			assertThat(calls).containsExactly("one", "other", "reply of one", "other");
		}
		finally {
			dispatcher.destroy();
		}
	}

	@Test
	void shutdownDoesNotWaitForRetries() {
		DispatcherTester tester = DispatcherTester.with(retries(3, Duration.ofMinutes(10)));
		tester.listener = (fingerprint) -> {
			throw new IllegalStateException("failed");
		};
		tester.tryDispatch("s", 1);
		await().until(() -> tester.received.size() == 1);
		tester.close();
		assertThat(tester.failures).hasSize(1);
	}

	private static Consumer<CrispEventDispatcher.Builder> retries(int maxRetries, Duration delay) {
		return (builder) -> builder.retryPolicy(RetryPolicy.builder().maxRetries(maxRetries).delay(delay).build());
	}

}
