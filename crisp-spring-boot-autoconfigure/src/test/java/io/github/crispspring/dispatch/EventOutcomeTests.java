package io.github.crispspring.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.crispspring.dispatch.CrispEventDeduplicator.Claim;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that every event ends once and that later events of its conversation are handled,
 * regardless of failures in other code.
 */
class EventOutcomeTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	@ParameterizedTest(name = "{0}")
	@MethodSource("failures")
	void failingListenerFailsOnlyItsEvent(String name, DispatcherTester.Listener failing) {
		try (DispatcherTester tester = DispatcherTester.with((builder) -> {
		})) {
			tester.listener = failing;
			assertThat(tester.outcome("s", 1)).isNotNull();
			assertThat(tester.failures).hasSize(1);
			tester.listener = (fingerprint) -> null;
			assertThat(tester.outcome("s", 1)).as("redelivery").isNull();
			assertThat(tester.outcome("s", 2)).as("next event").isNull();
			assertThat(tester.received).containsExactly(1L, 1L, 2L);
			assertThat(tester.dispatcher.getPendingCount()).isZero();
			assertThat(tester.dispatcher.getLostCounts()).containsEntry("failure", 1L);
		}
	}

	static Stream<Arguments> failures() {
		return Stream
			.of(new StackOverflowError("test"), new NoClassDefFoundError("test"), new OutOfMemoryError("test"),
					threadDeath(), new Error("test"), new AssertionError("test"), new IllegalStateException("test"),
					new InterruptedException("test"), new CancellationException("test"))
			.flatMap((failure) -> Stream.of(arguments("thrown", failure, (fingerprint) -> {
				throw EventOutcomeTests.<RuntimeException>sneaky(failure);
			}), arguments("signalled", failure, (fingerprint) -> Mono.error(failure)),
					arguments("thrown on subscription", failure, (fingerprint) -> Mono.defer(() -> {
						throw EventOutcomeTests.<RuntimeException>sneaky(failure);
					})), arguments("of a future", failure,
							(fingerprint) -> Mono.fromFuture(CompletableFuture.failedFuture(failure)).then())));
	}

	private static Arguments arguments(String how, Throwable failure, DispatcherTester.Listener listener) {
		return Arguments.of(failure.getClass().getSimpleName() + " " + how, listener);
	}

	@SuppressWarnings({ "deprecation", "removal" })
	private static Throwable threadDeath() {
		return new ThreadDeath();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> T sneaky(Throwable failure) throws T {
		throw (T) failure;
	}

	@Test
	void errorSwallowedByOtherSchedulerFailsEventAfterTimeLimit() {
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.timeout(SHORT))) {
			tester.listener = (fingerprint) -> (fingerprint == 1) ? Mono.<Void>fromRunnable(() -> {
				throw new NoClassDefFoundError("swallowed");
			}).subscribeOn(Schedulers.parallel()) : null;
			assertThat(tester.outcome("s", 1)).isNotNull();
			assertThat(tester.outcome("s", 2)).isNull();
		}
	}

	@Test
	void listenerReturningAfterTimeLimitHasNoEffect() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		AtomicBoolean late = new AtomicBoolean();
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.timeout(SHORT))) {
			AtomicInteger calls = new AtomicInteger();
			tester.listener = (fingerprint) -> {
				if (calls.incrementAndGet() == 1) {
					awaitUninterruptibly(release);
					return Mono.fromRunnable(() -> late.set(true));
				}
				return null;
			};
			Mono<Void> first = tester.dispatch("s", 1);
			Mono<Void> redelivery = tester.dispatch("s", 1);
			assertThat(DispatcherTester.outcome(first)).isInstanceOf(TimeoutException.class)
				.hasMessageContaining("crisp.listener.timeout");
			assertThat(tester.dispatcher.getAbandonedThreadCount()).isEqualTo(1);
			release.countDown();
			assertThat(DispatcherTester.outcome(redelivery)).isNull();
			await().until(() -> tester.dispatcher.getAbandonedThreadCount() == 0);
			assertThat(late).isFalse();
			assertThat(tester.received).containsExactly(1L, 1L);
			assertThat(tester.failures).hasSize(1);
			assertThat(tester.dispatcher.getLostCounts()).containsEntry("timeout", 1L);
		}
	}

	@Test
	void redeliveryIsHandledWhileListenerOfFirstDeliveryIsStuck() {
		CountDownLatch release = new CountDownLatch(1);
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.timeout(SHORT).concurrency(20))) {
			AtomicInteger calls = new AtomicInteger();
			tester.listener = (fingerprint) -> {
				if (calls.incrementAndGet() <= 10) {
					awaitUninterruptibly(release);
				}
				return null;
			};
			List<Mono<Void>> first = Stream.iterate(1, (i) -> i + 1)
				.limit(10)
				.map((i) -> tester.dispatch("s" + i, i))
				.toList();
			await().until(() -> tester.received.size() == 10);
			List<Mono<Void>> redeliveries = Stream.iterate(1, (i) -> i + 1)
				.limit(10)
				.map((i) -> tester.dispatch("s" + i, i))
				.toList();
			assertThat(first).allSatisfy((result) -> assertThat(DispatcherTester.outcome(result)).isNotNull());
			assertThat(redeliveries).allSatisfy((result) -> assertThat(DispatcherTester.outcome(result)).isNull());
			release.countDown();
		}
	}

	@Test
	void dispatcherIsExhaustedWhenTooManyThreadsAreAbandoned() {
		CountDownLatch release = new CountDownLatch(1);
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.timeout(SHORT).concurrency(2))) {
			tester.listener = (fingerprint) -> {
				awaitUninterruptibly(release);
				return null;
			};
			assertThat(tester.outcome("a", 1)).isNotNull();
			assertThat(tester.dispatcher.isExhausted()).isFalse();
			assertThat(tester.outcome("b", 2)).isNotNull();
			assertThat(tester.dispatcher.isExhausted()).isTrue();
			release.countDown();
			await().until(() -> !tester.dispatcher.isExhausted());
			assertThat(tester.outcome("a", 1)).isNull();
		}
	}

	@Test
	void interruptionIsClearedBeforeNextEvent() {
		AtomicBoolean interrupted = new AtomicBoolean();
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.timeout(SHORT).concurrency(1))) {
			tester.listener = (fingerprint) -> {
				if (fingerprint == 1) {
					TimeUnit.MINUTES.sleep(1);
				}
				interrupted.set(Thread.currentThread().isInterrupted());
				return null;
			};
			assertThat(tester.outcome("s", 1)).isInstanceOf(TimeoutException.class);
			assertThat(tester.outcome("s", 2)).isNull();
			assertThat(interrupted).isFalse();
		}
	}

	@Test
	void blockingCancellationDoesNotAffectOtherEvents() {
		CountDownLatch release = new CountDownLatch(1);
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.timeout(SHORT))) {
			tester.listener = (fingerprint) -> (fingerprint == 1)
					? Mono.<Void>never().doOnCancel(() -> awaitUninterruptibly(release)) : null;
			assertThat(tester.outcome("s", 1)).isInstanceOf(TimeoutException.class);
			assertThat(tester.outcome("s", 2)).isNull();
			release.countDown();
		}
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failingErrorHandlerHasNoEffect(Throwable failure) {
		try (DispatcherTester tester = DispatcherTester
			.with((builder) -> builder.errorHandlers(List.of((ex, event, delivery) -> {
				throw EventOutcomeTests.<RuntimeException>sneaky(failure);
			})))) {
			tester.listener = (fingerprint) -> {
				throw new IllegalStateException("listener");
			};
			assertThat(tester.outcome("s", 1)).hasMessage("listener");
			tester.listener = (fingerprint) -> null;
			assertThat(tester.outcome("s", 1)).isNull();
		}
	}

	@Test
	void blockingErrorHandlerIsAbandonedAfterTimeLimit() {
		CountDownLatch release = new CountDownLatch(1);
		AtomicReference<Thread> thread = new AtomicReference<>();
		try (DispatcherTester tester = DispatcherTester
			.with((builder) -> builder.timeout(SHORT).errorHandlers(List.of((ex, event, delivery) -> {
				thread.set(Thread.currentThread());
				Mono.delay(Duration.ofMillis(1)).block();
				awaitUninterruptibly(release);
			})))) {
			tester.listener = (fingerprint) -> (fingerprint == 1) ? Mono.never() : null;
			assertThat(tester.outcome("s", 1)).isInstanceOf(TimeoutException.class);
			assertThat(thread.get().getName()).startsWith("crisp-listener-").doesNotContain("timer");
			assertThat(tester.outcome("s", 2)).isNull();
			release.countDown();
		}
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failingDeduplicatorFailsEvent(Throwable failure) {
		AtomicBoolean failing = new AtomicBoolean(true);
		CrispEventDeduplicator store = (key) -> {
			if (failing.get()) {
				throw EventOutcomeTests.<RuntimeException>sneaky(failure);
			}
			return Mono.just(new TestClaim());
		};
		try (DispatcherTester tester = DispatcherTester.with(store, (builder) -> {
		})) {
			assertThat(tester.outcome("s", 1)).isInstanceOf(CrispEventRejectedException.class)
				.cause()
				.isSameAs(failure);
			assertThat(tester.received).isEmpty();
			assertThat(tester.failures).containsExactly(failure);
			failing.set(false);
			assertThat(tester.outcome("s", 1)).isNull();
		}
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failureToSettleClaimDoesNotChangeOutcome(Throwable failure) {
		CrispEventDeduplicator store = (key) -> Mono.just(new Claim() {

			@Override
			public Mono<Void> complete() {
				throw EventOutcomeTests.<RuntimeException>sneaky(failure);
			}

			@Override
			public Mono<Void> release() {
				return Mono.error(failure);
			}

		});
		try (DispatcherTester tester = DispatcherTester.with(store, (builder) -> {
		})) {
			assertThat(tester.outcome("s", 1)).isNull();
			tester.listener = (fingerprint) -> {
				throw new IllegalStateException("listener");
			};
			assertThat(tester.outcome("s", 2)).hasMessage("listener");
		}
	}

	@Test
	void eventThatIsNotRedeliveredWaitsForDeduplicator() {
		AtomicInteger attempts = new AtomicInteger();
		CrispEventDeduplicator store = (key) -> (attempts.incrementAndGet() < 4)
				? Mono.error(new IllegalStateException("down")) : Mono.just(new TestClaim());
		try (DispatcherTester tester = DispatcherTester.with(store, (builder) -> {
		})) {
			tester.tryDispatch("s", 1);
			tester.tryDispatch("s", 2);
			tester.awaitIdle();
			assertThat(tester.received).containsExactly(1L, 2L);
			assertThat(tester.failures).isEmpty();
		}
	}

	@Test
	void lateClaimOfDeduplicatorIsReleased() {
		Sinks.One<Claim> claim = Sinks.one();
		TestClaim late = new TestClaim();
		CrispEventDeduplicator store = (key) -> key.endsWith(" 1") ? claim.asMono() : Mono.just(new TestClaim());
		try (DispatcherTester tester = DispatcherTester.with(store, (builder) -> builder.deduplicationTimeout(SHORT))) {
			assertThat(tester.outcome("s", 1)).hasCauseInstanceOf(TimeoutException.class);
			assertThat(tester.outcome("s", 2)).isNull();
			claim.tryEmitValue(late);
			await().until(() -> late.released.get() == 1);
			assertThat(tester.received).containsExactly(2L);
			assertThat(tester.dispatcher.getLostCounts()).containsEntry("deduplication", 1L);
		}
	}

	@Test
	void blockingDeduplicatorIsAbandonedAndLateClaimIsReleased() {
		CountDownLatch release = new CountDownLatch(1);
		TestClaim late = new TestClaim();
		CrispEventDeduplicator store = (key) -> {
			if (key.endsWith(" 1")) {
				awaitUninterruptibly(release);
				return Mono.just(late);
			}
			return Mono.just(new TestClaim());
		};
		try (DispatcherTester tester = DispatcherTester.with(store, (builder) -> builder.deduplicationTimeout(SHORT))) {
			assertThat(tester.outcome("s", 1)).hasCauseInstanceOf(TimeoutException.class);
			assertThat(tester.outcome("s", 2)).isNull();
			release.countDown();
			await().until(() -> late.released.get() == 1);
			await().until(() -> tester.dispatcher.getAbandonedThreadCount() == 0);
		}
	}

	@Test
	void claimIsSettledExactlyOnce() {
		TestClaim claim = new TestClaim();
		CountDownLatch release = new CountDownLatch(1);
		try (DispatcherTester tester = DispatcherTester.with((key) -> Mono.just(claim),
				(builder) -> builder.timeout(SHORT))) {
			tester.listener = (fingerprint) -> {
				awaitUninterruptibly(release);
				return null;
			};
			assertThat(tester.outcome("s", 1)).isNotNull();
			release.countDown();
			await().until(() -> tester.dispatcher.getAbandonedThreadCount() == 0);
			assertThat(claim.released).hasValue(1);
			assertThat(claim.completed).hasValue(0);
		}
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failingObservationHandlerDoesNotAffectEvent(Throwable failure) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new FailingHandler(failure));
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.observations(registry, null))) {
			AtomicReference<Observation> left = new AtomicReference<>();
			assertThat(tester.outcome("s", 1)).isNull();
			tester.listener = (fingerprint) -> {
				left.set((registry.getCurrentObservationScope().getPreviousObservationScope() != null)
						? registry.getCurrentObservation() : null);
				return null;
			};
			assertThat(tester.outcome("s", 2)).isNull();
			assertThat(left.get()).as("observation that remained on the thread").isNull();
			assertThat(tester.received).containsExactly(1L, 2L);
		}
	}

	@ParameterizedTest
	@MethodSource("decorators")
	void failingTaskDecoratorFailsEvent(TaskDecorator failing) {
		AtomicBoolean fails = new AtomicBoolean(true);
		TaskDecorator decorator = (task) -> fails.get() ? failing.decorate(task) : task;
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.taskDecorator(decorator))) {
			assertThat(tester.outcome("s", 1)).isNotNull();
			assertThat(tester.received).isEmpty();
			assertThat(tester.failures).hasSize(1);
			fails.set(false);
			assertThat(tester.outcome("s", 1)).isNull();
			assertThat(tester.outcome("s", 2)).isNull();
		}
	}

	static Stream<TaskDecorator> decorators() {
		return Stream.of((task) -> {
			throw new StackOverflowError("decorate");
		}, (task) -> () -> {
			throw new NoClassDefFoundError("run");
		}, (task) -> () -> {
		}, (task) -> () -> new Thread(task).start());
	}

	@Test
	void blockingTaskDecoratorFailsEventAfterTimeLimit() {
		CountDownLatch release = new CountDownLatch(1);
		AtomicBoolean hangs = new AtomicBoolean(true);
		TaskDecorator decorator = (task) -> () -> {
			if (hangs.get()) {
				awaitUninterruptibly(release);
			}
			task.run();
		};
		try (DispatcherTester tester = DispatcherTester
			.with((builder) -> builder.taskDecorator(decorator).timeout(SHORT).deduplicationTimeout(SHORT))) {
			Mono<Void> stuck = tester.dispatch("s", 1);
			await().until(() -> tester.dispatcher.getAbandonedThreadCount() > 0);
			hangs.set(false);
			assertThat(DispatcherTester.outcome(stuck)).hasCauseInstanceOf(TimeoutException.class);
			assertThat(tester.outcome("s", 2)).isNull();
			release.countDown();
			await().until(() -> tester.dispatcher.getAbandonedThreadCount() == 0);
			assertThat(tester.received).containsExactly(2L);
		}
	}

	@Test
	void taskDecoratorFailingAfterListenerHasNoEffect() {
		TaskDecorator decorator = (task) -> () -> {
			task.run();
			throw new IllegalStateException("cleanup");
		};
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.taskDecorator(decorator))) {
			assertThat(tester.outcome("s", 1)).isNull();
			assertThat(tester.outcome("s", 2)).isNull();
			assertThat(tester.received).containsExactly(1L, 2L);
		}
	}

	@Test
	void contextIsCapturedWhenEventIsAccepted() {
		ThreadLocal<String> tenant = new ThreadLocal<>();
		TaskDecorator decorator = (task) -> {
			String captured = tenant.get();
			return () -> {
				tenant.set(captured);
				try {
					task.run();
				}
				finally {
					tenant.remove();
				}
			};
		};
		Map<Long, String> tenants = new ConcurrentHashMap<>();
		Sinks.Empty<Void> first = Sinks.empty();
		try (DispatcherTester tester = DispatcherTester.with((builder) -> builder.taskDecorator(decorator))) {
			tester.listener = (fingerprint) -> {
				tenants.put(fingerprint, String.valueOf(tenant.get()));
				return (fingerprint == 1) ? first.asMono() : null;
			};
			tenant.set("one");
			tester.tryDispatch("s", 1);
			tenant.set("two");
			tester.tryDispatch("s", 2);
			tenant.set("three");
			first.tryEmitEmpty();
			tester.awaitIdle();
			assertThat(tenants).containsEntry(1L, "one").containsEntry(2L, "two");
		}
	}

	@Test
	void shutdownInterruptsListenersAndCountsTheirEventsAsLost() {
		CountDownLatch begun = new CountDownLatch(1);
		AtomicBoolean interrupted = new AtomicBoolean();
		DispatcherTester tester = DispatcherTester.with((builder) -> {
		});
		tester.listener = (fingerprint) -> {
			begun.countDown();
			try {
				TimeUnit.MINUTES.sleep(5);
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
			}
			return null;
		};
		Mono<Void> running = tester.dispatch("s", 1);
		Mono<Void> waiting = tester.dispatch("s", 2);
		await().until(() -> begun.getCount() == 0);
		tester.dispatcher.destroy();
		await().untilTrue(interrupted);
		assertThat(DispatcherTester.outcome(running)).isInstanceOf(CrispEventRejectedException.class);
		assertThat(DispatcherTester.outcome(waiting)).isInstanceOf(CrispEventRejectedException.class);
		assertThat(tester.dispatcher.getLostCounts()).containsEntry("shutdown", 2L);
		assertThat(tester.received).containsExactly(1L);
	}

	static Stream<Throwable> throwables() {
		return Stream.of(new StackOverflowError("test"), new NoClassDefFoundError("test"), new OutOfMemoryError("test"),
				threadDeath(), new IllegalStateException("test"));
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		boolean released = false;
		while (!released) {
			try {
				latch.await();
				released = true;
			}
			catch (InterruptedException ex) {
				// Like some drivers
			}
		}
	}

	private static final class TestClaim implements Claim {

		private final AtomicInteger completed = new AtomicInteger();

		private final AtomicInteger released = new AtomicInteger();

		@Override
		public Mono<Void> complete() {
			return Mono.fromRunnable(this.completed::incrementAndGet);
		}

		@Override
		public Mono<Void> release() {
			return Mono.fromRunnable(this.released::incrementAndGet);
		}

	}

	private record FailingHandler(Throwable failure) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			throw EventOutcomeTests.<RuntimeException>sneaky(this.failure);
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			throw EventOutcomeTests.<RuntimeException>sneaky(this.failure);
		}

		@Override
		public void onStop(Observation.Context context) {
			throw EventOutcomeTests.<RuntimeException>sneaky(this.failure);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
