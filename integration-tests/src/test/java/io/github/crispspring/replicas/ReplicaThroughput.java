package io.github.crispspring.replicas;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measurement of the webhooks that one and two instances handle with each store, which
 * {@code benchmarks/replicas} runs. It is no test, as it depends on the machine.
 */
@Tag("cluster")
class ReplicaThroughput {

	private static final int EVENTS = Integer.getInteger("replicas.events", 20_000);

	private static final int WARM_UP = EVENTS / 2;

	/**
	 * Number of requests for each instance that are sent at a time.
	 */
	private static final int CONCURRENT_REQUESTS = 64;

	/**
	 * Share of one processor that each instance may use, in percent, or zero for no
	 * limit.
	 */
	private static final int CPU_LIMIT = Integer.getInteger("replicas.cpu-limit", 0);

	private final CrispSignature signature = new CrispSignature(HookSender.SECRET);

	private final HttpClient http = HttpClient.newHttpClient();

	private final AtomicInteger number = new AtomicInteger();

	@Test
	void measure() throws Exception {
		measure(null, 1);
		for (Engine engine : Engine.values()) {
			measure(engine, 1);
			measure(engine, 2);
		}
	}

	/**
	 * Measure.
	 * @param engine the store, or {@code null} to remember duplicates in memory
	 */
	private void measure(@Nullable Engine engine, int instances) throws Exception {
		List<String> properties = new ArrayList<>(List.of("spring.application.name=" + UUID.randomUUID(),
				"replica.name=measured", "crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.enabled=false",
				"crisp.rest.base-url=http://localhost:1", "crisp.webhook.secrets=" + HookSender.SECRET,
				"crisp.webhook.acknowledge-timeout=1m"));
		properties.addAll((engine != null) ? engine.server().properties()
				: List.of("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/unused"));
		List<Replica> replicas = new ArrayList<>();
		List<CpuLimit> limits = new ArrayList<>();
		try {
			for (int i = 0; i < instances; i++) {
				if (CPU_LIMIT > 0) {
					limits.add(CpuLimit.create(ProcessHandle.current().pid() + "-" + i, CPU_LIMIT));
				}
				replicas.add(Replica.start(SharingApplication.class, properties.toArray(String[]::new)));
			}
			List<Integer> ports = replicas.stream().map(Replica::port).toList();
			send(ports, WARM_UP);
			for (int i = 0; i < limits.size(); i++) {
				limits.get(i).add(replicas.get(i).pid());
			}
			Duration cpu = cpu(replicas);
			long accesses = accesses(engine);
			long begin = System.nanoTime();
			send(ports, EVENTS);
			double seconds = (System.nanoTime() - begin) / 1e9;
			long micros = cpu(replicas).minus(cpu).toNanos() / 1000 / EVENTS;
			System.out.printf("| %s | %d | %,.0f events/s | %d µs CPU per event | %.2f accesses per event |%n",
					(engine != null) ? engine : "memory", instances, EVENTS / seconds, micros,
					(double) (accesses(engine) - accesses) / EVENTS);
		}
		finally {
			replicas.forEach(Replica::close);
			for (CpuLimit limit : limits) {
				limit.close();
			}
		}
	}

	private static long accesses(@Nullable Engine engine) {
		return (engine != null) ? engine.server().accesses() : 0;
	}

	private static Duration cpu(List<Replica> replicas) {
		return replicas.stream()
			.map((replica) -> ProcessHandle.of(replica.pid()).orElseThrow().info().totalCpuDuration().orElseThrow())
			.reduce(Duration.ZERO, Duration::plus);
	}

	private void send(List<Integer> ports, int count) throws InterruptedException {
		int concurrency = CONCURRENT_REQUESTS * ports.size();
		Semaphore permits = new Semaphore(concurrency);
		LongAdder failures = new LongAdder();
		for (int i = 0; i < count; i++) {
			permits.acquire();
			this.http.sendAsync(request(ports.get(i % ports.size())), BodyHandlers.ofString())
				.whenComplete((response, failure) -> {
					permits.release();
					if (!isHandled(response)) {
						failures.increment();
					}
				});
		}
		permits.acquire(concurrency);
		if (failures.sum() > 0) {
			throw new IllegalStateException(failures + " events were not handled");
		}
	}

	private static boolean isHandled(@Nullable HttpResponse<String> response) {
		return response != null && response.statusCode() == 200;
	}

	/**
	 * An event for which there is no listener, so that only the cost of receiving and
	 * claiming it is measured.
	 */
	private HttpRequest request(int port) {
		int number = this.number.incrementAndGet();
		byte[] body = """
				{"website_id":"w","event":"session:set_email","timestamp":1632396148646,\
				"data":{"website_id":"w","session_id":"session_%d","email":"%d@example.com"}}"""
			.formatted(number % 1000, number)
			.getBytes(StandardCharsets.UTF_8);
		String timestamp = Long.toString(System.currentTimeMillis());
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/crisp/webhook"))
			.timeout(WaitLimit.DURATION)
			.header("Content-Type", "application/json")
			.header("X-Crisp-Request-Timestamp", timestamp)
			.header("X-Crisp-Signature", this.signature.sign(timestamp, body))
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
	}

}
