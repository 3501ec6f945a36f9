package io.github.crispspring.listener;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A listener that exceeds the time limit fails like one that throws.
 */
class ListenerTimeoutTests {

	/**
	 * Enough for a listener that returns immediately, also on a slow machine.
	 */
	private static final String AMPLE = "crisp.listener.timeout=3s";

	@ParameterizedTest
	@ValueSource(classes = { Unfinished.class, Blocking.class })
	void listenerThatTakesTooLongFails(Class<?> listener) {
		with(listener).run((context) -> assertThat(outcome(context)).isInstanceOf(TimeoutException.class)
			.hasMessageContaining("crisp.listener.timeout"));
	}

	@Test
	void resultThatTakesTooLongDoesNotKeepTheOthersFromTheEvent() {
		with(Unfinished.class, Counting.class).withPropertyValues(AMPLE).run((context) -> {
			assertThat(outcome(context)).isInstanceOf(TimeoutException.class);
			assertThat(context.getBean(Counting.class).interrupted).containsExactly(false);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Blocking.class, Stubborn.class })
	void noListenerIsCalledForAnEventWhoseTimeLimitHasPassed(Class<?> listener) {
		with(listener, Counting.class).run((context) -> {
			assertThat(outcome(context)).isInstanceOf(TimeoutException.class);
			context.getBeanProvider(Stubborn.class).ifAvailable(Stubborn::release);
			awaitNoAbandonedThread(context);
			assertThat(context.getBean(Counting.class).interrupted).isEmpty();
		});
	}

	@Test
	void eventEndsBeforeItsListenerIsInterrupted() {
		with(Watching.class).run((context) -> {
			assertThat(outcome(context)).isInstanceOf(TimeoutException.class);
			awaitNoAbandonedThread(context);
			assertThat(context.getBean(Watching.class).interruptedAtEnd).isFalse();
		});
	}

	@Test
	void noPlainListenerIsCalledForAnEventWhoseTimeLimitHasPassed() {
		with(PlainListeners.class).run((context) -> {
			assertThat(outcome(context)).isInstanceOf(TimeoutException.class);
			awaitNoAbandonedThread(context);
			assertThat(context.getBean(PlainListeners.class).called).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Unfinished.class, Blocking.class, Stubborn.class })
	void errorHandlerIsNotifiedOfAListenerThatTakesTooLong(Class<?> listener) {
		with(listener).run((context) -> {
			assertThat(outcome(context)).isInstanceOf(TimeoutException.class);
			assertThat(context.getBean(ListenerTester.Failures.class).failures).singleElement()
				.isInstanceOf(TimeoutException.class);
		});
	}

	@Test
	void conversationOfAListenerThatCannotBeInterruptedContinues() {
		with(Stubborn.class, Counting.class).withPropertyValues(AMPLE).run((context) -> {
			Mono<Void> stuck = ListenerTester.send(context, "message:send", Map.of("fingerprint", 1));
			Mono<Void> next = ListenerTester.send(context, "message:send", Map.of("fingerprint", 2));
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> stuck.block(WaitLimit.DURATION))
				.withCauseInstanceOf(TimeoutException.class);
			next.block(WaitLimit.DURATION);
			assertThat(context.getBean(Counting.class).interrupted).containsExactly(false);
		});
	}

	private static ApplicationContextRunner with(Class<?>... listeners) {
		return ListenerTester.withoutCredentials(ListenerTester.Failures.class)
			.withUserConfiguration(listeners)
			.withPropertyValues("crisp.listener.timeout=100ms");
	}

	private static @Nullable Throwable outcome(ApplicationContext context) {
		return ListenerTester.outcome(context, "message:send", Map.of("fingerprint", 1));
	}

	private static void awaitNoAbandonedThread(ApplicationContext context) {
		await().until(() -> context.getBean(CrispEventDispatcher.class).getAbandonedThreadCount() == 0);
	}

	static class Unfinished {

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

	/**
	 * Records whether its thread is interrupted at the end of the event.
	 */
	static class Watching {

		volatile @Nullable Boolean interruptedAtEnd;

		@EventListener
		void on(CrispApplicationEvent<MessageSend> event) {
			Thread thread = Thread.currentThread();
			CrispEventDispatcher.ended(event)
				.subscribe(null, null, () -> this.interruptedAtEnd = thread.isInterrupted());
			while (this.interruptedAtEnd == null) {
				LockSupport.parkNanos(1_000_000);
			}
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
