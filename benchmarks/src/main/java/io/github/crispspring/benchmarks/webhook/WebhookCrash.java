package io.github.crispspring.benchmarks.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.crispspring.benchmarks.ChildProcess;

/**
 * Kills the application at random moments while events are delivered to it, and counts
 * how often each event was handled.
 */
public final class WebhookCrash {

	private static final int CONCURRENCY = 32;

	private static final int EVENTS_PER_CRASH = 3_000;

	private static final int CRASHES = 10;

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final int port = ChildProcess.freePort();

	private final URI uri = URI.create("http://127.0.0.1:" + this.port + "/crisp/webhook");

	private final Random random;

	private final Path file;

	private final String type;

	private final List<String> properties;

	private WebhookCrash(String type, List<String> properties, Random random) throws IOException {
		this.type = type;
		this.properties = properties;
		this.random = random;
		this.file = Files.createTempFile("crash", ".txt");
	}

	public static void main(String[] args) throws Exception {
		List<String> properties = Stream.of(args).filter((arg) -> arg.startsWith("--")).toList();
		long seed = Stream.of(args)
			.filter((arg) -> !arg.startsWith("--"))
			.findFirst()
			.map(Long::valueOf)
			.orElseGet(System::nanoTime);
		System.out.println("Seed: " + seed);
		boolean passed = true;
		for (String type : List.of("servlet", "reactive")) {
			passed &= new WebhookCrash(type, properties, new Random(seed)).run();
		}
		System.exit(passed ? 0 : 1);
	}

	private boolean run() throws Exception {
		List<Delivery> deliveries = IntStream.range(0, EVENTS_PER_CRASH * CRASHES)
			.mapToObj((number) -> new Delivery(new WebhookRequest(number)))
			.toList();
		Thread sender = new Thread(() -> sendAll(deliveries), "sender");
		sender.setDaemon(true);
		ChildProcess application = start();
		try {
			sender.start();
			for (int i = 0; i < CRASHES && sender.isAlive(); i++) {
				sender.join(300 + this.random.nextInt(2000));
				application.kill();
				application = start();
			}
			sender.join(LONGEST.toMillis());
		}
		finally {
			application.close();
		}
		return check(deliveries);
	}

	private ChildProcess start() {
		List<String> arguments = new ArrayList<>(List.of("--spring.main.web-application-type=" + this.type,
				"--spring.main.banner-mode=off", "--logging.level.root=error",
				"--logging.level.io.github.crispspring.dispatch.CrispEventDispatcher=off",
				"--crisp.webhook.secrets=" + WebhookRequest.SECRET, "--crisp.webhook.acknowledge-timeout=25s",
				"--crash.file=" + this.file));
		arguments.addAll(this.properties);
		return ChildProcess.start(CrashApplication.class, this.port, arguments.toArray(String[]::new));
	}

	private void sendAll(List<Delivery> deliveries) {
		Semaphore free = new Semaphore(CONCURRENCY);
		for (Delivery delivery : deliveries) {
			free.acquireUninterruptibly();
			delivery.send(this.http, this.uri).whenComplete((done, ex) -> free.release());
		}
		try {
			free.tryAcquire(CONCURRENCY, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean check(List<Delivery> deliveries) throws IOException {
		Map<Long, Long> handled;
		try (Stream<String> lines = Files.lines(this.file)) {
			handled = lines.map(Long::valueOf)
				.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		}
		Files.delete(this.file);
		long open = deliveries.stream().filter((delivery) -> !delivery.acknowledged()).count();
		long lost = deliveries.stream().filter((delivery) -> times(handled, delivery) == 0).count();
		long twice = deliveries.stream()
			.filter((delivery) -> !delivery.crashed() && times(handled, delivery) > 1)
			.count();
		System.out.printf(
				"%s: %,d events, %,d attempts; a crash interrupted %,d events, of which %,d were handled again%n",
				this.type, deliveries.size(), deliveries.stream().mapToInt(Delivery::attempts).sum(),
				deliveries.stream().filter(Delivery::crashed).count(),
				deliveries.stream().filter((delivery) -> times(handled, delivery) > 1).count());
		System.out.printf(
				"  not acknowledged: %d, acknowledged with 202: %d, never handled: %d, handled twice without a crash: %d%n",
				open, deliveries.stream().filter(Delivery::acceptedOnly).count(), lost, twice);
		return open == 0 && lost == 0 && twice == 0;
	}

	private static long times(Map<Long, Long> handled, Delivery delivery) {
		return handled.getOrDefault(delivery.hook().number() + 1L, 0L);
	}

}
