package io.github.crispspring.benchmarks.growth;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.crispspring.benchmarks.memory.Heap;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Measures how long 5,000 conversations with one event each take on virtual threads if
 * the listener blocks, and the memory of each unfinished event, for several values of
 * {@code crisp.listener.concurrency}, and prints a table.
 */
public final class Conversations {

	private static final int CONVERSATIONS = 5_000;

	private static final Duration BLOCKED = Duration.ofMillis(300);

	/**
	 * Number of warm-up rounds, which also fill the memory of handled events.
	 */
	private static final int WARM_UPS = 25;

	private final Messages messages = new Messages();

	private final CrispEventDispatcher dispatcher;

	private final BlockingListener listener;

	private Conversations(ConfigurableApplicationContext context) {
		this.dispatcher = context.getBean(CrispEventDispatcher.class);
		this.listener = context.getBean(BlockingListener.class);
	}

	/**
	 * Measure.
	 * @param args the number of runs
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		System.out.println("| Concurrency | ms | ideal ms | times the ideal | heap bytes of each |");
		System.out.println("|---|---|---|---|---|");
		for (int concurrency : new int[] { 50, 250, 1_000, 5_000 }) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BlockingListener.class)
				.web(WebApplicationType.NONE)
				.properties("spring.threads.virtual.enabled=true", "crisp.listener.concurrency=" + concurrency,
						"spring.main.banner-mode=off", "logging.level.root=warn")
				.run()) {
				System.out.println(new Conversations(context).row(concurrency, Integer.parseInt(args[0])));
			}
		}
	}

	private String row(int concurrency, int runs) throws InterruptedException {
		for (int i = 0; i < WARM_UPS; i++) {
			handle(() -> {
			});
		}
		long[] times = new long[runs];
		for (int i = 0; i < runs; i++) {
			times[i] = handle(() -> Thread.sleep(BLOCKED.toMillis()));
		}
		double median = LongStream.of(times).sorted().toArray()[runs / 2] / 1e6;
		long ideal = (CONVERSATIONS + concurrency - 1) / concurrency * BLOCKED.toMillis();
		return String.format(Locale.ROOT, "| %d | %.0f | %d | %.3f | %d |", concurrency, median, ideal, median / ideal,
				heap(concurrency) / CONVERSATIONS);
	}

	/**
	 * Dispatch an event of each conversation.
	 * @return the nanoseconds until all are handled
	 */
	private long handle(Blocking blocking) throws InterruptedException {
		this.listener.blocking = blocking;
		List<Messages.Message> messages = messages();
		long begin = System.nanoTime();
		messages.forEach((message) -> message.dispatch(this.dispatcher));
		awaitIdle();
		return System.nanoTime() - begin;
	}

	/**
	 * Dispatch an event of each conversation while the listener blocks.
	 * @return the heap in use by the unfinished events
	 */
	private long heap(int concurrency) throws InterruptedException {
		CountDownLatch blocked = new CountDownLatch(concurrency);
		CountDownLatch released = new CountDownLatch(1);
		this.listener.blocking = () -> {
			blocked.countDown();
			released.await();
		};
		long before = Heap.used();
		messages().forEach((message) -> message.dispatch(this.dispatcher));
		blocked.await();
		long retained = Heap.used() - before;
		released.countDown();
		awaitIdle();
		return retained;
	}

	private List<Messages.Message> messages() {
		return IntStream.range(0, CONVERSATIONS).mapToObj(this.messages::next).toList();
	}

	private void awaitIdle() throws InterruptedException {
		while (this.dispatcher.getPendingCount() > 0) {
			Thread.sleep(1);
		}
	}

	/**
	 * Application with a listener that blocks.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BlockingListener {

		private volatile Blocking blocking = () -> {
		};

		@CrispListener
		void on(MessageSend message) throws InterruptedException {
			this.blocking.await();
		}

	}

	/**
	 * What the listener waits for.
	 */
	private interface Blocking {

		void await() throws InterruptedException;

	}

}
