package io.github.crispspring.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import com.sun.management.OperatingSystemMXBean;
import io.github.crispspring.benchmarks.Figures;
import io.github.crispspring.benchmarks.memory.Heap;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Measures the cost of an event and the memory in use while the number of conversations,
 * of waiting events or of listeners grows, and prints a table.
 */
public final class Growth {

	private static final int MAX_PENDING = 5_000;

	private final Messages messages = new Messages();

	private volatile Runnable listener = () -> {
	};

	private final CrispEventDispatcher dispatcher = dispatcher((event) -> this.listener.run());

	private Growth() {
	}

	/**
	 * Measure.
	 * @param args {@code conversations}, {@code waiting} or {@code listeners}
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		Growth growth = new Growth();
		switch (args[0]) {
			case "conversations" -> growth.conversations();
			case "waiting" -> growth.waiting();
			case "listeners" -> growth.listeners();
			default -> throw new IllegalArgumentException("Unknown kind of growth '%s'".formatted(args[0]));
		}
		System.exit(0);
	}

	/**
	 * Events of different conversations, each handled before many others follow.
	 */
	private void conversations() throws InterruptedException {
		System.out.println("| Conversations | CPU µs | allocated bytes | heap KiB afterwards |");
		System.out.println("|---|---|---|---|");
		CrispEventDispatcher warmUp = dispatcher((event) -> {
		});
		dispatch(warmUp, 1_000_000, 1_000);
		warmUp.destroy();
		for (int conversations : new int[] { 10, 100, 1_000, 10_000, 100_000, 1_000_000 }) {
			CrispEventDispatcher dispatcher = dispatcher((event) -> {
			});
			long before = Heap.used();
			Cost cost = dispatch(dispatcher, 1_000_000, conversations);
			System.out.println(row(conversations, cost, (Heap.used() - before) / 1024.0));
			dispatcher.destroy();
		}
	}

	/**
	 * Events that wait for others of their conversations, which are blocked.
	 */
	private void waiting() throws InterruptedException {
		System.out.println("| Waiting events | CPU µs | allocated bytes | heap bytes of each |");
		System.out.println("|---|---|---|---|");
		for (int i = 0; i < 20; i++) {
			waiting(10_000);
		}
		for (int waiting : new int[] { 1, 10, 100, 1_000, 10_000 }) {
			Cost cost = waiting(waiting);
			System.out.println(row(waiting, cost, (double) cost.heap() / waiting));
		}
	}

	private Cost waiting(int waiting) throws InterruptedException {
		int rounds = 20_000 / waiting;
		long cpu = cpu();
		long allocated = Figures.allocated();
		for (int i = 0; i < rounds; i++) {
			await(waiting, false);
		}
		double events = (double) rounds * waiting;
		return new Cost((cpu() - cpu) / 1e3 / events, (long) ((Figures.allocated() - allocated) / events),
				await(waiting, true));
	}

	/**
	 * Let events wait and be handled.
	 * @return the heap in use by the waiting events, or 0
	 */
	private long await(int waiting, boolean measured) throws InterruptedException {
		CountDownLatch released = new CountDownLatch(1);
		this.listener = () -> awaitRelease(released);
		this.messages.next(0).dispatch(this.dispatcher);
		long before = measured ? Heap.used() : 0;
		for (int i = 0; i < waiting; i++) {
			this.messages.next(0).dispatch(this.dispatcher);
		}
		long retained = measured ? Heap.used() - before : 0;
		released.countDown();
		awaitIdle(this.dispatcher);
		return retained;
	}

	/**
	 * Events that each of several listeners receives.
	 */
	private void listeners() throws InterruptedException {
		System.out.println("| Listeners | CPU µs | allocated bytes |");
		System.out.println("|---|---|---|");
		for (int listeners : new int[] { 1, 10, 50, 100, 200 }) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.initializers((initialized) -> register(listeners, (GenericApplicationContext) initialized))
				.properties("spring.main.banner-mode=off", "logging.level.root=warn")
				.run()) {
				CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
				dispatch(dispatcher, 200_000, 1_000);
				System.out.println(row(listeners, dispatch(dispatcher, 200_000, 1_000)));
			}
		}
	}

	private static void register(int listeners, GenericApplicationContext context) {
		for (int i = 0; i < listeners; i++) {
			context.registerBean("listener" + i, Listener.class);
		}
	}

	private Cost dispatch(CrispEventDispatcher dispatcher, int events, int conversations) throws InterruptedException {
		long cpu = cpu();
		long allocated = Figures.allocated();
		for (int i = 0; i < events; i++) {
			while (dispatcher.getPendingCount() >= MAX_PENDING) {
				Thread.sleep(1);
			}
			this.messages.next(i % conversations).dispatch(dispatcher);
		}
		awaitIdle(dispatcher);
		return new Cost((cpu() - cpu) / 1e3 / events, (Figures.allocated() - allocated) / events, 0);
	}

	private static void awaitIdle(CrispEventDispatcher dispatcher) throws InterruptedException {
		while (dispatcher.getPendingCount() > 0) {
			Thread.sleep(1);
		}
	}

	private static CrispEventDispatcher dispatcher(ApplicationEventPublisher publisher) {
		CrispEventDispatcher dispatcher = CrispEventDispatcher
			.builder(publisher, new InMemoryCrispEventDeduplicator(100_000, Duration.ofHours(24), Clock.systemUTC()))
			.queueCapacity(20_000)
			.build();
		dispatcher.start();
		return dispatcher;
	}

	private static void awaitRelease(CountDownLatch released) {
		try {
			released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static long cpu() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
	}

	private static String row(int size, Cost cost) {
		return String.format(Locale.ROOT, "| %d | %.2f | %d |", size, cost.cpu(), cost.allocated());
	}

	private static String row(int size, Cost cost, double heap) {
		return row(size, cost) + String.format(Locale.ROOT, " %.0f |", heap);
	}

	/**
	 * Cost of one event.
	 *
	 * @param cpu the CPU microseconds
	 * @param allocated the allocated bytes
	 * @param heap the heap in use by all events
	 */
	private record Cost(double cpu, long allocated, long heap) {

	}

	/**
	 * Application without other listeners.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * Listener that does nothing.
	 */
	static class Listener {

		@CrispListener
		void on(MessageSend message) {
		}

	}

}
