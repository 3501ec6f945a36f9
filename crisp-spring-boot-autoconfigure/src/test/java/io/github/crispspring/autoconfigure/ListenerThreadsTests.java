package io.github.crispspring.autoconfigure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.testsupport.WaitLimit;
import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for listener threads in applications with an executor of Spring Boot.
 */
class ListenerThreadsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class, Counter.class);

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void limitOfApplicationTaskExecutorDoesNotAffectListeners(int limit) {
		this.contextRunner.withUserConfiguration(LimitedExecutor.class)
			.withPropertyValues("spring.task.execution.simple.concurrency-limit=" + limit,
					"spring.task.execution.simple.reject-tasks-when-limit-reached=true")
			.run((context) -> {
				for (int i = 0; i < 400; i++) {
					assertThat(dispatch(context, "s" + i / 10, i)).isTrue();
				}
				await().untilAsserted(() -> assertThat(context.getBean(Counter.class).count).hasValue(400));
			});
	}

	@Test
	void asyncMethodsUseApplicationTaskExecutor() {
		this.contextRunner.withUserConfiguration(AsyncMethods.class).run((context) -> {
			assertThat(context.getBeanNamesForType(Executor.class)).containsExactly("applicationTaskExecutor");
			context.getBean(AsyncMethods.Worker.class).work();
			await().untilAsserted(() -> assertThat(context.getBean(AsyncMethods.Worker.class).threads())
				.allMatch((name) -> name.startsWith("task-"))
				.hasSize(1));
		});
	}

	@Test
	void concurrencyLimitsListenersThatRunAtTheSameTime() {
		this.contextRunner.withUserConfiguration(Blocking.class)
			.withPropertyValues("crisp.listener.concurrency=50")
			.run((context) -> {
				Blocking blocking = context.getBean(Blocking.class);
				for (int i = 0; i < 60; i++) {
					dispatch(context, "s" + i, i);
				}
				await().untilAsserted(() -> assertThat(blocking.running).hasValue(50));
				blocking.release.countDown();
				await().untilAsserted(() -> assertThat(blocking.done).hasValue(60));
			});
	}

	@Test
	void threadLocalsRegisteredWithMicrometerArePropagatedToListeners() {
		ThreadLocal<String> tenant = new ThreadLocal<>();
		ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", tenant);
		try {
			this.contextRunner.withBean(TenantListener.class, () -> new TenantListener(tenant)).run((context) -> {
				tenant.set("one");
				dispatch(context, "s", 1);
				tenant.set("two");
				dispatch(context, "s", 2);
				tenant.remove();
				await().untilAsserted(() -> assertThat(context.getBean(TenantListener.class).tenants)
					.containsExactly("1 one", "2 two"));
			});
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
		}
	}

	@Test
	void taskDecoratorsOfApplicationAreApplied() {
		Set<String> decorated = ConcurrentHashMap.newKeySet();
		this.contextRunner.withBean(TaskDecorator.class, () -> (task) -> () -> {
			decorated.add(Thread.currentThread().getName());
			task.run();
		}).run((context) -> {
			dispatch(context, "s", 1);
			await().untilAsserted(() -> assertThat(decorated).anyMatch((name) -> name.startsWith("crisp-listener-")));
		});
	}

	@Test
	void eventsAreAcceptedAfterRestartOfContext() {
		this.contextRunner.run((context) -> {
			context.stop();
			assertThat(dispatch(context, "s", 1)).isFalse();
			context.start();
			assertThat(dispatch(context, "s", 1)).isTrue();
			await().untilAsserted(() -> assertThat(context.getBean(Counter.class).count).hasValue(1));
		});
	}

	private static boolean dispatch(ApplicationContext context, String session, int number) {
		return context.getBean(CrispEventDispatcher.class)
			.tryDispatch(new MessageRemoved("w", session, null, number), CrispDelivery
				.first(CrispDelivery.Transport.RTM, Instant.EPOCH, JsonNodeFactory.instance.objectNode()));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * Executor that Spring Boot creates with virtual threads.
	 */
	@Configuration(proxyBeanMethods = false)
	static class LimitedExecutor {

		@Bean
		SimpleAsyncTaskExecutor applicationTaskExecutor(SimpleAsyncTaskExecutorBuilder builder) {
			return builder.build();
		}

	}

	static class Counter {

		final AtomicInteger count = new AtomicInteger();

		@CrispListener
		void on(MessageRemoved event) {
			this.count.incrementAndGet();
		}

	}

	static class Blocking {

		final CountDownLatch release = new CountDownLatch(1);

		final AtomicInteger running = new AtomicInteger();

		final AtomicInteger done = new AtomicInteger();

		@CrispListener
		void on(MessageRemoved event) throws InterruptedException {
			this.running.incrementAndGet();
			this.release.await(WaitLimit.SECONDS, TimeUnit.SECONDS);
			this.done.incrementAndGet();
		}

	}

	static class TenantListener {

		final CopyOnWriteArrayList<String> tenants = new CopyOnWriteArrayList<>();

		private final ThreadLocal<String> tenant;

		TenantListener(ThreadLocal<String> tenant) {
			this.tenant = tenant;
		}

		@CrispListener
		void on(MessageRemoved event) {
			this.tenants.add(event.fingerprint() + " " + this.tenant.get());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class AsyncMethods {

		@Bean
		Worker worker() {
			return new Worker();
		}

		static class Worker {

			private final CopyOnWriteArrayList<String> threads = new CopyOnWriteArrayList<>();

			@Async
			public void work() {
				this.threads.add(Thread.currentThread().getName());
			}

			public List<String> threads() {
				return this.threads;
			}

		}

	}

}
