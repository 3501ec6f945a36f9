package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A listener that takes longer than it may fails like one that throws.
 */
class ListenerTimeoutTests {

	@RegisterExtension
	static WireMockExtension crisp = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=" + crisp.baseUrl(),
				"crisp.rtm.enabled=false", "crisp.listener.timeout=100ms");

	@ParameterizedTest
	@ValueSource(classes = { Unanswered.class, Blocking.class })
	void listenerThatTakesTooLongFails(Class<?> listener) {
		this.contextRunner.withUserConfiguration(listener)
			.run((context) -> assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> dispatch(context, 1).block(Duration.ofSeconds(30)))
				.withCauseInstanceOf(TimeoutException.class)
				.havingCause()
				.withMessageContaining("crisp.listener.timeout"));
	}

	@Test
	void resultThatTakesTooLongDoesNotKeepTheOthersFromTheEvent() {
		this.contextRunner.withUserConfiguration(Unanswered.class, Counting.class).run((context) -> {
			dispatch(context, 1).onErrorComplete().block(Duration.ofSeconds(30));
			assertThat(context.getBean(Counting.class).interrupted).containsExactly(false);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Blocking.class, Stubborn.class })
	void noListenerIsCalledForAnEventWhoseTimeLimitHasPassed(Class<?> listener) {
		this.contextRunner.withUserConfiguration(listener, Counting.class).run((context) -> {
			CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
			dispatch(context, 1).onErrorComplete().block(Duration.ofSeconds(30));
			context.getBeanProvider(Stubborn.class).ifAvailable(Stubborn::release);
			await().until(() -> dispatcher.getAbandonedThreadCount() == 0);
			assertThat(context.getBean(Counting.class).interrupted).isEmpty();
		});
	}

	@Test
	void noPlainListenerIsCalledForAnEventWhoseTimeLimitHasPassed() {
		this.contextRunner.withUserConfiguration(PlainListeners.class).run((context) -> {
			dispatch(context, 1).onErrorComplete().block(Duration.ofSeconds(30));
			await().until(() -> context.getBean(CrispEventDispatcher.class).getAbandonedThreadCount() == 0);
			assertThat(context.getBean(PlainListeners.class).called).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Unanswered.class, Blocking.class, Stubborn.class })
	void errorHandlerIsToldOfAListenerThatTakesTooLong(Class<?> listener) {
		this.contextRunner.withUserConfiguration(listener).run((context) -> {
			dispatch(context, 1).onErrorComplete().block(Duration.ofSeconds(30));
			assertThat(context.getBean(AutoConfigured.class).failures).singleElement()
				.isInstanceOf(TimeoutException.class);
		});
	}

	@Test
	void conversationOfAListenerThatCannotBeInterruptedContinues() {
		this.contextRunner.withUserConfiguration(Stubborn.class, Counting.class).run((context) -> {
			Mono<Void> stuck = dispatch(context, 1);
			Mono<Void> next = dispatch(context, 2);
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> stuck.block(Duration.ofSeconds(30)))
				.withCauseInstanceOf(TimeoutException.class);
			next.block(Duration.ofSeconds(30));
			assertThat(context.getBean(Counting.class).interrupted).containsExactly(false);
		});
	}

	private static Mono<Void> dispatch(AssertableApplicationContext context, int number) {
		JsonNode raw = CrispJson.mapper()
			.createObjectNode()
			.put("website_id", "w")
			.put("session_id", "s")
			.put("fingerprint", number);
		CrispEvent event = context.getBean(CrispEventReader.class).read(MessageSend.NAME, null, raw);
		return context.getBean(CrispEventDispatcher.class)
			.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, raw));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

		final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

		@Bean
		CrispListenerErrorHandler errorHandler() {
			return (failure, event, delivery) -> this.failures.add(failure);
		}

	}

	static class Unanswered {

		@Order(1)
		@CrispListener
		Mono<Void> on(MessageSend event) {
			return Mono.never();
		}

	}

	static class Blocking {

		@Order(1)
		@CrispListener
		void on(MessageSend event) throws InterruptedException {
			new CountDownLatch(1).await(1, TimeUnit.MINUTES);
		}

	}

	/**
	 * Does not react to being interrupted until the context closes.
	 */
	static class Stubborn implements ApplicationListener<ContextClosedEvent> {

		private final CountDownLatch release = new CountDownLatch(1);

		void release() {
			this.release.countDown();
		}

		@Order(1)
		@CrispListener(condition = "#event.fingerprint == 1")
		void on(MessageSend event) {
			while (this.release.getCount() > 0) {
				LockSupport.parkNanos(1_000_000);
			}
		}

		@Override
		public void onApplicationEvent(ContextClosedEvent event) {
			this.release.countDown();
		}

	}

	static class PlainListeners {

		volatile boolean called;

		@Order(1)
		@EventListener
		void block(MessageSend event) {
			LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
		}

		@Order(2)
		@EventListener
		void record(CrispApplicationEvent<MessageSend> event) {
			this.called = true;
		}

	}

	static class Counting {

		final BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();

		@CrispListener
		void on(MessageSend event) {
			this.interrupted.add(Thread.currentThread().isInterrupted());
		}

	}

}
