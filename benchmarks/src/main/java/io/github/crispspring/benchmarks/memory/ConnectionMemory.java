package io.github.crispspring.benchmarks.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;

/**
 * Measures the memory of an idle RTM connection: the first one, including all classes
 * loaded for it, and further ones.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ConnectionMemory implements SmartLifecycle {

	private static final int SAMPLES = 5;

	private long before;

	/**
	 * Measure.
	 * @param args the URL
	 */
	public static void main(String[] args) throws Exception {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ConnectionMemory.class)
			.web(WebApplicationType.NONE)
			.properties("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.url=" + args[0],
					"spring.main.banner-mode=off", "logging.level.root=warn")
			.run()) {
			CrispRtm rtm = context.getBean(CrispRtm.class);
			awaitReady(rtm);
			Heap.print("first idle connection, with all that is loaded for it",
					Heap.used() - context.getBean(ConnectionMemory.class).before);
			List<Long> samples = new ArrayList<>();
			for (int i = 0; i < SAMPLES; i++) {
				samples.add(sample(rtm));
			}
			samples.forEach((sample) -> Heap.print("idle connection, sample", sample));
			Heap.print("idle connection, median", samples.stream().sorted().toList().get(SAMPLES / 2));
		}
	}

	private static long sample(CrispRtm rtm) throws InterruptedException {
		CountDownLatch stopped = new CountDownLatch(1);
		rtm.stop(stopped::countDown);
		stopped.await();
		long before = Heap.used();
		rtm.start();
		awaitReady(rtm);
		return Heap.used() - before;
	}

	private static void awaitReady(CrispRtm rtm) throws InterruptedException {
		Instant end = Instant.now().plus(Duration.ofSeconds(30));
		while (!(rtm.state() instanceof CrispRtmState.Ready)) {
			if (Instant.now().isAfter(end)) {
				throw new IllegalStateException("Not connected: " + rtm.state());
			}
			Thread.sleep(10);
		}
	}

	@CrispListener
	void on(MessageSend message) {
	}

	@Override
	public void start() {
		try {
			this.before = Heap.used();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
	}

	@Override
	public boolean isRunning() {
		return this.before != 0;
	}

	/**
	 * Start just before the connection.
	 */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 1;
	}

}
