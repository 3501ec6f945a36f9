package io.github.crispspring.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LanesTests {

	private final ExecutorService executor = Executors.newFixedThreadPool(4);

	private final Lanes lanes = new Lanes(this.executor, 100, 10_000);

	@AfterEach
	void shutdown() {
		this.executor.shutdownNow();
	}

	@Test
	void workOfALaneIsDoneInOrderAndOneAtATime() {
		Map<String, List<Integer>> done = new ConcurrentHashMap<>();
		List<Mono<Void>> all = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			String key = "lane " + (i % 50);
			int number = i;
			all.add(this.lanes.submit(key, () -> record(done, key, number)));
		}
		Flux.merge(all).blockLast();
		assertThat(done).hasSize(50).allSatisfy((key, numbers) -> assertThat(numbers).hasSize(100).isSorted());
	}

	@Test
	void slowLaneDoesNotHoldUpAnother() {
		Sinks.Empty<Void> slow = Sinks.empty();
		Mono<Void> first = this.lanes.submit("slow", slow::asMono);
		this.lanes.submit("fast", Mono::empty).block();
		slow.tryEmitEmpty();
		first.block();
	}

	@Test
	void failureEndsItsWorkOnly() {
		Mono<Void> failing = this.lanes.submit("lane", () -> Mono.error(new IllegalStateException("failed")));
		Mono<Void> throwing = this.lanes.submit("lane", () -> {
			throw new IllegalStateException("thrown");
		});
		this.lanes.submit("lane", Mono::empty).block();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(failing::block).withMessage("failed");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(throwing::block).withMessage("thrown");
	}

	@Test
	void workBeyondTheCapacityIsNotAccepted() throws Exception {
		Lanes narrow = new Lanes(this.executor, 100, 2);
		CountDownLatch release = new CountDownLatch(1);
		Mono<Void> first = narrow.submit("lane",
				() -> Mono.fromCallable(() -> release.await(10, TimeUnit.SECONDS)).then());
		Mono<Void> second = narrow.submit("lane", Mono::empty);
		assertThatExceptionOfType(CrispSaturatedException.class).isThrownBy(() -> narrow.submit("other", Mono::empty))
			.withMessageContaining("crisp.listener.queue-capacity");
		release.countDown();
		Flux.merge(first, second).blockLast();
		narrow.submit("other", Mono::empty).block();
	}

	@Test
	void roomIsThereAtOnceUntilTheCapacityIsReached() {
		Lanes narrow = new Lanes(this.executor, 100, 1);
		Sinks.Empty<Void> release = Sinks.empty();
		StepVerifier.create(narrow.whenRoom()).verifyComplete();
		Mono<Void> work = narrow.submit("lane", release::asMono);
		StepVerifier.create(narrow.whenRoom())
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(100))
			.then(release::tryEmitEmpty)
			.expectComplete()
			.verify(Duration.ofSeconds(10));
		work.block();
	}

	@Test
	void everybodyWhoWaitsIsToldOfRoom() {
		Lanes narrow = new Lanes(this.executor, 100, 1);
		Sinks.Empty<Void> release = Sinks.empty();
		narrow.submit("lane", release::asMono);
		Mono<Void> both = Mono.when(narrow.whenRoom(), narrow.whenRoom());
		StepVerifier.create(both).then(release::tryEmitEmpty).expectComplete().verify(Duration.ofSeconds(10));
	}

	@Test
	void closedLanesHaveRoomWhenTheyAreOpenedAgain() {
		this.lanes.close(() -> {
		});
		StepVerifier.create(this.lanes.whenRoom())
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(100))
			.then(this.lanes::open)
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void workThatNoThreadTakesFails() {
		this.executor.shutdown();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.lanes.submit("lane", Mono::empty).block());
	}

	@Test
	void noMoreLanesAreWorkedInThanAllowed() {
		Lanes two = new Lanes(this.executor, 2, 1000);
		AtomicInteger active = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		List<Mono<Void>> all = IntStream.range(0, 200)
			.mapToObj((i) -> two.submit("lane " + i, () -> Mono.<Void>fromRunnable(() -> {
				most.accumulateAndGet(active.incrementAndGet(), Math::max);
				active.decrementAndGet();
			})))
			.toList();
		Flux.merge(all).blockLast();
		assertThat(most).hasValueBetween(1, 2);
	}

	@Test
	void closedLanesFinishWhatTheyAcceptedAndAcceptNoMore() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch idle = new CountDownLatch(1);
		AtomicInteger done = new AtomicInteger();
		for (int i = 0; i < 10; i++) {
			this.lanes.submit("lane", () -> Mono.fromCallable(() -> {
				release.await(10, TimeUnit.SECONDS);
				return done.incrementAndGet();
			}).then());
		}
		this.lanes.close(idle::countDown);
		assertThatExceptionOfType(CrispSaturatedException.class)
			.isThrownBy(() -> this.lanes.submit("other", Mono::empty))
			.withMessageContaining("stopping");
		assertThat(idle.getCount()).isEqualTo(1);
		release.countDown();
		assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(done).hasValue(10);
		this.lanes.open();
		this.lanes.submit("lane", Mono::empty).block();
	}

	private Mono<Void> record(Map<String, List<Integer>> done, String key, int number) {
		List<Integer> numbers = done.computeIfAbsent(key, (ignored) -> new CopyOnWriteArrayList<>());
		Mono<Void> add = Mono.fromRunnable(() -> numbers.add(number));
		return switch (ThreadLocalRandom.current().nextInt(3)) {
			case 0 -> add;
			case 1 -> add.subscribeOn(Schedulers.parallel());
			default -> Mono.defer(() -> add).publishOn(Schedulers.parallel());
		};
	}

}
