package io.github.crispspring.benchmarks.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Measures the memory retained after events were handled. With the default settings, the
 * last 100,000 events are retained to detect duplicates.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class EventMemory {

	private static final int SESSIONS = 100_000;

	private final AtomicInteger handled = new AtomicInteger();

	/**
	 * Measure.
	 * @param args none
	 */
	public static void main(String[] args) throws Exception {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(EventMemory.class)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn")
			.run()) {
			context.getBean(EventMemory.class).measure(context.getBean(CrispEventDispatcher.class));
		}
	}

	private void measure(CrispEventDispatcher dispatcher) throws InterruptedException {
		CrispEventReader reader = new CrispEventReader();
		send(reader, dispatcher, 0, 1000);
		long before = Heap.used();
		Heap.print("heap after 1,000 events", before);
		send(reader, dispatcher, 1000, 100_000);
		long remembered = Heap.used();
		Heap.print("heap after 100,000 events", remembered);
		Heap.print("of which 100,000 remembered events", remembered - before);
		send(reader, dispatcher, 100_000, 1_000_000);
		long after = Heap.used();
		Heap.print("heap after 1,000,000 events", after);
		Heap.print("growth from 100,000 to 1,000,000 events", after - remembered);
	}

	private void send(CrispEventReader reader, CrispEventDispatcher dispatcher, int from, int to)
			throws InterruptedException {
		for (int i = from; i < to; i++) {
			JsonNode message = message(i);
			CrispEvent event = reader.read(MessageSend.NAME, null, message);
			CrispDelivery delivery = CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.now(), message);
			while (!dispatcher.tryDispatch(event, delivery)) {
				dispatcher.whenCapacity(0).block();
			}
		}
		Instant end = Instant.now().plus(Duration.ofMinutes(1));
		while (dispatcher.getPendingCount() > 0 && Instant.now().isBefore(end)) {
			Thread.sleep(10);
		}
		if (this.handled.get() != to) {
			throw new IllegalStateException("Only %2$d of %1$d events were handled".formatted(to, this.handled.get()));
		}
	}

	private JsonNode message(int number) {
		return CrispJson.mapper().readTree("""
				{"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825","session_id":"session_%2$036d","type":"text",\
				"origin":"chat","content":"Hello Crisp, this is a message from a visitor!","timestamp":%3$d,\
				"fingerprint":%1$d,"from":"user","user":{"nickname":"visitor607","user_id":"session_%2$036d"},\
				"stamped":true}""".formatted(number + 1, number % SESSIONS, 1632396148646L + number));
	}

	@CrispListener
	void on(MessageSend message) {
		this.handled.incrementAndGet();
	}

}
