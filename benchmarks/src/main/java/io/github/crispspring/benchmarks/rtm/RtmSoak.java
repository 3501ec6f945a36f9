package io.github.crispspring.benchmarks.rtm;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Runs an application against a server with random faults, and checks at the end that it
 * has handled all events with constant memory and threads.
 */
public final class RtmSoak {

	private static final Duration SAMPLE = Duration.ofSeconds(15);

	private static final long GROWTH = 16 * 1024 * 1024;

	private final EventLedger ledger = new EventLedger();

	private final List<Long> memory = new ArrayList<>();

	private final List<Integer> threads = new ArrayList<>();

	public static void main(String[] args) throws Exception {
		Duration duration = Duration.ofSeconds((args.length > 0) ? Long.parseLong(args[0]) : 600);
		long seed = (args.length > 1) ? Long.parseLong(args[1]) : System.nanoTime();
		System.out.println("Seed: " + seed);
		System.exit(new RtmSoak().run(duration, new Random(seed)) ? 0 : 1);
	}

	private boolean run(Duration duration, Random random) throws Exception {
		FaultyServer server = new FaultyServer(this.ledger, random);
		try (ConfigurableApplicationContext context = application(server.port())) {
			SoakApplication application = context.getBean(SoakApplication.class);
			Instant end = Instant.now().plus(duration);
			while (Instant.now().isBefore(end)) {
				Thread.sleep(SAMPLE.toMillis());
				sample();
				System.out.println(this.ledger + "; " + application + "; " + server);
			}
			server.stopFaults();
			await(() -> this.ledger.lost() == 0);
			// A second handling of an event may be delayed
			Thread.sleep(2000);
			System.out.println("Events: " + this.ledger);
			System.out.println("Application: " + application);
			System.out.println("Server: " + server);
			System.out.println("Heap in MiB after each garbage collection: "
					+ this.memory.stream().map((bytes) -> bytes / 1024 / 1024).toList());
			System.out.println("Threads: " + this.threads);
			boolean passed = this.ledger.isCorrect() && application.isCorrect() && server.isCorrect() && isFlat();
			System.out.println(passed ? "Passed" : "Failed");
			return passed;
		}
		finally {
			server.close();
		}
	}

	private ConfigurableApplicationContext application(int port) {
		return new SpringApplicationBuilder(SoakApplication.class).web(WebApplicationType.NONE)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(EventLedger.class,
					() -> this.ledger))
			.properties("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:" + port,
					"crisp.rest.retry.enabled=false", "crisp.rtm.reconnect-delay=100ms",
					"crisp.rtm.max-reconnect-delay=500ms", "crisp.listener.queue-capacity=500",
					"crisp.listener.duplicates.capacity=10000", "crisp.listener.duplicates.retention=1h",
					"spring.main.banner-mode=off", "logging.level.io.github.crispspring=warn")
			.run();
	}

	private void sample() {
		System.gc();
		this.memory.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		this.threads.add(ManagementFactory.getThreadMXBean().getThreadCount());
	}

	/**
	 * Return whether memory and threads of the last third match those of the first.
	 */
	private boolean isFlat() {
		int third = Math.max(1, this.memory.size() / 3);
		int last = this.memory.size() - third;
		long growth = this.memory.stream().skip(last).mapToLong(Long::longValue).min().orElse(0)
				- this.memory.stream().limit(third).mapToLong(Long::longValue).max().orElse(0);
		int more = this.threads.stream().skip(last).mapToInt(Integer::intValue).min().orElse(0)
				- this.threads.stream().limit(third).mapToInt(Integer::intValue).max().orElse(0);
		return growth < GROWTH && more <= 2;
	}

	private void await(BooleanSupplier condition) throws InterruptedException {
		Instant end = Instant.now().plusSeconds(30);
		while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
			Thread.sleep(100);
		}
	}

}
