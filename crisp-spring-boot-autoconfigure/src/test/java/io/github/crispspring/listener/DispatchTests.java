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
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.PeopleImportProgress;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Order, once and bounded, whatever the listeners do.
 */
@Tag("long")
class DispatchTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class);

	@Test
	void eventThatCannotBeReadKeepsItsPlaceInTheConversation() {
		this.contextRunner.withUserConfiguration(Recording.class).run((context) -> {
			Recording listener = context.getBean(Recording.class);
			CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
			JsonNode raw = CrispJson.mapper().createObjectNode().put("website_id", "w").put("session_id", "s");
			Mono<Void> typed = dispatch(context, dispatcher, MessageRemoved.NAME, raw);
			Mono<Void> unknown = dispatch(context, dispatcher, "moon:landed", raw);
			assertThat(listener.names).doesNotContain("moon:landed");
			listener.first.tryEmitEmpty();
			Mono.when(typed, unknown).block(Duration.ofSeconds(10));
			assertThat(listener.names).containsExactly(MessageRemoved.NAME, "moon:landed");
		});
	}

	@Test
	void eventsOfNoConversationAreHandledInTheOrderOfTheirWebsite() {
		this.contextRunner.withUserConfiguration(Recording.class).run((context) -> {
			Recording listener = context.getBean(Recording.class);
			CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
			JsonNode raw = CrispJson.mapper().createObjectNode().put("website_id", "w").put("session_id", "s");
			JsonNode website = CrispJson.mapper().createObjectNode().put("website_id", "w");
			Mono<Void> slow = dispatch(context, dispatcher, "people:import:progress", website);
			Mono<Void> next = dispatch(context, dispatcher, "people:import:done", website);
			dispatch(context, dispatcher, "moon:landed", raw).block(Duration.ofSeconds(10));
			assertThat(listener.names).doesNotContain("people:import:done");
			listener.first.tryEmitEmpty();
			Mono.when(slow, next).block(Duration.ofSeconds(10));
			assertThat(listener.names).containsExactlyInAnyOrder("people:import:progress", "moon:landed",
					"people:import:done");
		});
	}

	/**
	 * Listeners that fail at times, block, or answer on other threads; a sender that
	 * delivers what failed again, and some of it twice.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void eachEventIsHandledOnceAndInOrderUnderRandomFailures(long seed) {
		this.contextRunner.withUserConfiguration(Unreliable.class).run((context) -> {
			Unreliable listener = context.getBean(Unreliable.class);
			Random random = new Random(seed);
			List<Mono<Void>> deliveries = new ArrayList<>();
			Map<Integer, String> sessions = new HashMap<>();
			for (int number = 1; number <= 2000; number++) {
				String session = "session " + random.nextInt(20);
				sessions.put(number, session);
				deliveries.add(deliver(context, session, number));
				if (random.nextInt(10) == 0) {
					deliveries.add(deliver(context, session, number));
				}
			}
			// A duplicate of what failed may be delivered before or after the failure is
			// known
			Mono.whenDelayError(deliveries).onErrorComplete().block(Duration.ofSeconds(60));
			assertThat(listener.attempts.values()).allSatisfy((numbers) -> assertThat(numbers).isSorted());
			assertThat(listener.handled).allSatisfy((number, times) -> assertThat(times).hasValue(1));
			List<Integer> failed = List.copyOf(listener.failed);
			listener.failing = false;
			failed.forEach((number) -> deliver(context, sessions.get(number), number).block(Duration.ofSeconds(10)));
			assertThat(listener.handled).hasSize(2000).allSatisfy((number, times) -> assertThat(times).hasValue(1));
		});
	}

	@Test
	void floodOfAMillionEventsAndASlowListenerIsHeldBackAndNoneIsLost() {
		this.contextRunner.withUserConfiguration(Slow.class)
			.withPropertyValues("crisp.listener.queue-capacity=1000", "crisp.listener.concurrency=4")
			.run((context) -> {
				CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
				Slow listener = context.getBean(Slow.class);
				JsonNode raw = JsonNodeFactory.instance.objectNode();
				int heldBack = 0;
				long before = usedMemory();
				for (int i = 0; i < 1_000_000; i++) {
					MessageRemoved event = new MessageRemoved("w", "session " + (i % 10_000), null, i);
					while (!accepts(dispatcher, event, raw)) {
						heldBack++;
						LockSupport.parkNanos(10_000);
					}
				}
				await().atMost(Duration.ofMinutes(2))
					.untilAsserted(() -> assertThat(listener.count).hasValue(1_000_000));
				assertThat(heldBack).isPositive();
				assertThat(usedMemory() - before).isLessThan(32L * 1024 * 1024);
			});
	}

	private static Mono<Void> dispatch(ApplicationContext context, CrispEventDispatcher dispatcher, String name,
			JsonNode raw) {
		return dispatcher.dispatch(context.getBean(CrispEventReader.class).read(name, null, raw),
				CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, raw));
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

	private static Mono<Void> deliver(ApplicationContext context, String session, int number) {
		JsonNode raw = CrispJson.mapper()
			.createObjectNode()
			.put("website_id", "w")
			.put("session_id", session)
			.put("fingerprint", number);
		CrispEvent event = context.getBean(CrispEventReader.class).read(MessageSend.NAME, null, raw);
		return context.getBean(CrispEventDispatcher.class)
			.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, raw));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

		@Bean
		CrispListenerErrorHandler quietErrorHandler() {
			return (failure, event, delivery) -> {
			};
		}

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
