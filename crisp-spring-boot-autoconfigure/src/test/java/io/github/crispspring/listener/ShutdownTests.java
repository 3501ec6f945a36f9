package io.github.crispspring.listener;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.crispspring.dispatch.CrispEventRejectedException;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Handling of events while the application stops.
 */
class ShutdownTests {

	private static final int EVENTS = 50;

	@ParameterizedTest
	@ValueSource(strings = { "spring.task.execution.pool.core-size=2", "spring.threads.virtual.enabled=true" })
	void acceptedEventsAreHandledAndNoMoreAreAccepted(String threads) {
		ListenerTester.withoutCredentials(Waiting.class).withPropertyValues(threads).run((context) -> {
			Waiting listener = context.getBean(Waiting.class);
			List<Mono<Void>> deliveries = IntStream.range(0, EVENTS).mapToObj((i) -> send(context, i)).toList();
			CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
			await().untilAsserted(() -> assertThatExceptionOfType(CrispEventRejectedException.class)
				.isThrownBy(() -> send(context, EVENTS)));
			assertThat(closing).isNotDone();
			listener.release.countDown();
			Mono.when(deliveries).block(WaitLimit.DURATION);
			assertThat(closing).succeedsWithin(WaitLimit.DURATION);
			assertThat(listener.handled).hasValueGreaterThanOrEqualTo(EVENTS);
		});
	}

	@Test
	void listenerThatDoesNotReturnDelaysTheStopForTheShutdownTimeoutOnly() {
		ListenerTester.withoutCredentials(Waiting.class)
			.withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=100ms")
			.run((context) -> {
				send(context, 1);
				Waiting listener = context.getBean(Waiting.class);
				await().until(() -> listener.called);
				assertThat(CompletableFuture.runAsync(context::close)).succeedsWithin(WaitLimit.DURATION);
				await().untilAsserted(() -> assertThat(listener.interrupted).isTrue());
			});
	}

	private static Mono<Void> send(AssertableApplicationContext context, int number) {
		return ListenerTester.send(context, MessageRemoved.NAME,
				Map.of("session_id", "session " + (number % 10), "fingerprint", number));
	}

	static class Waiting {

		final CountDownLatch release = new CountDownLatch(1);

		final AtomicInteger handled = new AtomicInteger();

		volatile boolean called;

		volatile boolean interrupted;

		@CrispListener
		void on(MessageRemoved event) {
			this.called = true;
			try {
				this.release.await();
				this.handled.incrementAndGet();
			}
			catch (InterruptedException ex) {
				this.interrupted = true;
			}
		}

	}

}
