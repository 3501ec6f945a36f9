package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventRejectedException;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageRemoved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of events while the application stops.
 */
class ShutdownTests {

	private static final int EVENTS = 50;

	@ParameterizedTest
	@ValueSource(strings = { "spring.task.execution.pool.core-size=2", "spring.threads.virtual.enabled=true" })
	void whatWasAcceptedIsHandledAndNoMoreIsAccepted(String threads) {
		ConfigurableApplicationContext context = run(threads);
		Waiting listener = context.getBean(Waiting.class);
		CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
		List<Mono<Void>> deliveries = IntStream.range(0, EVENTS).mapToObj((i) -> dispatch(dispatcher, i)).toList();
		CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
		await().untilAsserted(() -> assertThatExceptionOfType(CrispEventRejectedException.class)
			.isThrownBy(() -> dispatch(dispatcher, EVENTS)));
		assertThat(closing).isNotDone();
		listener.release.countDown();
		Mono.when(deliveries).block(Duration.ofSeconds(20));
		assertThat(closing).succeedsWithin(Duration.ofSeconds(20));
		assertThat(listener.handled).hasValueGreaterThanOrEqualTo(EVENTS);
	}

	@Test
	void listenerThatHangsHoldsUpTheStopNoLongerThanAPhaseMayTake() {
		ConfigurableApplicationContext context = run("spring.lifecycle.timeout-per-shutdown-phase=100ms");
		dispatch(context.getBean(CrispEventDispatcher.class), 1);
		Waiting listener = context.getBean(Waiting.class);
		await().until(() -> listener.thread != null);
		assertThat(CompletableFuture.runAsync(context::close)).succeedsWithin(Duration.ofSeconds(20));
		await().untilAsserted(() -> assertThat(listener.interrupted).isTrue());
	}

	private static ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.properties(properties)
			.run();
	}

	private static Mono<Void> dispatch(CrispEventDispatcher dispatcher, int number) {
		MessageRemoved event = new MessageRemoved("w", "session " + (number % 10), null, number);
		return dispatcher.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH,
				JsonNodeFactory.instance.objectNode()));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application extends Waiting {

	}

	static class Waiting {

		final CountDownLatch release = new CountDownLatch(1);

		final AtomicInteger handled = new AtomicInteger();

		volatile Thread thread;

		volatile boolean interrupted;

		@CrispListener
		void on(MessageRemoved event) {
			this.thread = Thread.currentThread();
			try {
				this.release.await(1, TimeUnit.MINUTES);
				this.handled.incrementAndGet();
			}
			catch (InterruptedException ex) {
				this.interrupted = true;
			}
		}

	}

}
