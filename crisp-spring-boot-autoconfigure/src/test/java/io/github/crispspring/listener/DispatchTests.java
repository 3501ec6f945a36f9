package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventRejectedException;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.PeopleImportProgress;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Order, duplicates and capacity, with listeners that fail or are slow.
 */
@Tag("long")
class DispatchTests {

	@Test
	void eventThatCannotBeReadKeepsItsPlaceInTheConversation() {
		ListenerTester.withoutCredentials(Recording.class).run((context) -> {
			Recording listener = context.getBean(Recording.class);
			Mono<Void> typed = ListenerTester.send(context, MessageRemoved.NAME, Map.of());
			Mono<Void> unknown = ListenerTester.send(context, "moon:landed", Map.of());
			ListenerTester.dispatch(context, "moon:orbited", Map.of("session_id", "other"));
			assertThat(listener.names).doesNotContain("moon:landed");
			listener.first.tryEmitEmpty();
			Mono.when(typed, unknown).block(WaitLimit.DURATION);
			assertThat(listener.names).containsSubsequence(MessageRemoved.NAME, "moon:landed").hasSize(3);
		});
	}

	@Test
	void eventsOfNoConversationAreHandledInTheOrderOfTheirWebsite() {
		ListenerTester.withoutCredentials(Recording.class).run((context) -> {
			Recording listener = context.getBean(Recording.class);
			JsonNode website = CrispJson.mapper().createObjectNode().put("website_id", "w");
			Mono<Void> slow = ListenerTester.send(context, "people:import:progress", website);
			Mono<Void> next = ListenerTester.send(context, "people:import:done", website);
			ListenerTester.dispatch(context, "moon:landed", Map.of());
			assertThat(listener.names).doesNotContain("people:import:done");
			listener.first.tryEmitEmpty();
			Mono.when(slow, next).block(WaitLimit.DURATION);
			assertThat(listener.names).containsExactlyInAnyOrder("people:import:progress", "moon:landed",
					"people:import:done");
		});
	}

	/**
	 * Listeners that fail at times, or complete on other threads; a sender that delivers
	 * failed events again, and some events twice.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void eachEventIsHandledOnceAndInOrderUnderRandomFailures(long seed) {
		ListenerTester.withoutCredentials(ListenerTester.Failures.class, Unreliable.class).run((context) -> {
			Unreliable listener = context.getBean(Unreliable.class);
			Random random = new Random(seed);
			List<Mono<Void>> deliveries = new ArrayList<>();
			Map<Integer, String> sessions = new HashMap<>();
			for (int number = 1; number <= 2000; number++) {
				String session = "session " + random.nextInt(20);
				sessions.put(number, session);
				deliveries.add(send(context, session, number));
				if (random.nextInt(10) == 0) {
					deliveries.add(send(context, session, number));
				}
			}
			// The duplicate of a failed event may be delivered before or after the
			// failure
			Mono.whenDelayError(deliveries).onErrorComplete().block(WaitLimit.DURATION);
			assertThat(listener.attempts.values()).allSatisfy((numbers) -> assertThat(numbers).isSorted());
			assertThat(listener.handled).allSatisfy((number, times) -> assertThat(times).hasValue(1));
			List<Integer> failed = List.copyOf(listener.failed);
			listener.failing = false;
			failed.forEach((number) -> send(context, sessions.get(number), number).block(WaitLimit.DURATION));
			assertThat(listener.handled).hasSize(2000).allSatisfy((number, times) -> assertThat(times).hasValue(1));
		});
	}

	@Test
	void floodOfAMillionEventsForASlowListenerIsRejectedUntilThereIsCapacityAndNoneIsLost() {
		ListenerTester.withoutCredentials(Slow.class)
			.withPropertyValues("crisp.listener.queue-capacity=1000", "crisp.listener.concurrency=4")
			.run((context) -> {
				CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
				Slow listener = context.getBean(Slow.class);
				JsonNode raw = JsonNodeFactory.instance.objectNode();
				int rejected = 0;
				long before = usedMemory();
				for (int i = 0; i < 1_000_000; i++) {
					MessageRemoved event = new MessageRemoved("w", "session " + (i % 10_000), null, i);
					while (!accepts(dispatcher, event, raw)) {
						rejected++;
						LockSupport.parkNanos(10_000);
					}
				}
				await().untilAsserted(() -> assertThat(listener.count).hasValue(1_000_000));
				assertThat(rejected).isPositive();
				assertThat(usedMemory() - before).isLessThan(32L * 1024 * 1024);
			});
	}

	private static boolean accepts(CrispEventDispatcher dispatcher, CrispEvent event, JsonNode raw) {
		try {
			dispatcher.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, raw));
			return true;
		}
		catch (CrispEventRejectedException ex) {
			return false;
		}
	}

	private static long usedMemory() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	private static Mono<Void> send(ApplicationContext context, String session, int number) {
		return ListenerTester.send(context, MessageSend.NAME, Map.of("session_id", session, "fingerprint", number));
	}

	static class Unreliable {

		final Map<String, List<Long>> attempts = new ConcurrentHashMap<>();

		final Map<Integer, AtomicInteger> handled = new ConcurrentHashMap<>();

		final List<Integer> failed = Collections.synchronizedList(new ArrayList<>());

		volatile boolean failing = true;

		private final Random random = new Random(7);

		@CrispListener
		Mono<Void> on(MessageSend message) {
			int number = (int) message.fingerprint();
			if (this.failing) {
				this.attempts.computeIfAbsent(message.sessionId(), (session) -> new ArrayList<>())
					.add(message.fingerprint());
			}
			return switch (this.random.nextInt(this.failing ? 5 : 3)) {
				case 0 -> Mono.fromRunnable(() -> handle(number));
				case 1 -> Mono.<Void>fromRunnable(() -> handle(number)).subscribeOn(Schedulers.parallel());
				case 2 -> Mono.delay(Duration.ofNanos(100)).then(Mono.fromRunnable(() -> handle(number)));
				case 3 -> Mono.error(() -> fail(number));
				default -> throw fail(number);
			};
		}

		private void handle(int number) {
			this.handled.computeIfAbsent(number, (ignored) -> new AtomicInteger()).incrementAndGet();
		}

		private IllegalStateException fail(int number) {
			this.failed.add(number);
			return new IllegalStateException("failed " + number);
		}

	}

	static class Recording {

		final List<String> names = Collections.synchronizedList(new ArrayList<>());

		final Sinks.Empty<Void> first = Sinks.empty();

		@CrispListener
		Mono<Void> on(CrispEvent event) {
			this.names.add(event.name());
			return (event instanceof MessageRemoved || event instanceof PeopleImportProgress) ? this.first.asMono()
					: Mono.empty();
		}

	}

	static class Slow {

		final AtomicLong count = new AtomicLong();

		@CrispListener
		void on(MessageRemoved event) {
			LockSupport.parkNanos(10_000);
			this.count.incrementAndGet();
		}

	}

}
