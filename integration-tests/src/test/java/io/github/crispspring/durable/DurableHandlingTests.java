package io.github.crispspring.durable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.crispspring.replicas.Replica;
import io.github.crispspring.replicas.ReplicaLogs;
import io.github.crispspring.testsupport.WaitLimit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for durable handling in two instances that share a database and are killed while
 * they receive webhooks.
 */
@Tag("cluster")
@ExtendWith(ReplicaLogs.class)
class DurableHandlingTests {

	private static final int SENDERS = 4;

	private static final int THREADS = 8;

	private static EmbeddedPostgres postgres;

	private static JdbcClient database;

	private final AtomicLong fingerprint = new AtomicLong();

	private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(WaitLimit.DURATION).build();

	@BeforeAll
	static void startDatabase() throws Exception {
		postgres = EmbeddedPostgres.builder().setPGStartupWait(WaitLimit.DURATION).start();
		database = JdbcClient.create(postgres.getPostgresDatabase());
		new ResourceDatabasePopulator(
				new ClassPathResource("org/springframework/modulith/events/jdbc/schemas/v2/schema-postgresql.sql"),
				new ClassPathResource("org/springframework/integration/jdbc/schema-postgresql.sql"))
			.execute(postgres.getPostgresDatabase());
		database.sql("CREATE TABLE handled (listener TEXT, fingerprint BIGINT, process BIGINT)").update();
	}

	@AfterAll
	static void stopDatabase() throws Exception {
		postgres.close();
	}

	@BeforeEach
	void clearTables() {
		database.sql("TRUNCATE handled, event_publication, int_lock").update();
	}

	@Test
	void everyListenerHandlesEveryAcknowledgedEventAlthoughInstancesAreKilled() throws Exception {
		long seed = System.nanoTime();
		System.out.println("Seed of the kills: " + seed);
		Random random = new Random(seed);
		List<Replica> instances = new CopyOnWriteArrayList<>(List.of(start(), start()));
		List<Long> killed = new ArrayList<>();
		ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
		try {
			instances.forEach(Replica::port);
			for (int i = 0; i < SENDERS; i++) {
				Random choice = new Random(random.nextLong());
				senders.scheduleAtFixedRate(() -> send(any(instances, choice)), 0, 20, TimeUnit.MILLISECONDS);
			}
			for (int kills = 0; kills < 2; kills++) {
				int moment = this.acknowledged.size() + 20 + random.nextInt(200);
				await().until(() -> this.acknowledged.size() >= moment);
				Replica victim = instances.get(0);
				killed.add(victim.pid());
				victim.kill();
				instances.remove(victim);
				Replica next = start();
				next.port();
				instances.add(next);
			}
			senders.shutdown();
			assertThat(senders.awaitTermination(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
			await().pollInterval(Duration.ofMillis(250))
				.untilAsserted(
						() -> assertThat(unhandled()).as("events that were acknowledged, but not handled").isEmpty());
		}
		finally {
			senders.shutdownNow();
			instances.forEach(Replica::close);
		}
		assertHandledTwiceOnlyByKilledInstances(killed);
	}

	private static Replica start() {
		return Replica.start(DurableApplication.class, "spring.autoconfigure.exclude=",
				"spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "crisp.webhook.key=key",
				"crisp.webhook.acknowledge=after-handling-only", "crisp.listener.transactional=true",
				"resubmit-after=15s", "spring.modulith.events.staleness.published=15s",
				"spring.modulith.events.staleness.processing=15s", "spring.modulith.events.staleness.resubmitted=15s",
				"spring.modulith.events.staleness.check-intervall=1s", "spring.modulith.events.completion-mode=delete");
	}

	private static Replica any(List<Replica> instances, Random choice) {
		List<Replica> running = List.copyOf(instances);
		return running.get(choice.nextInt(running.size()));
	}

	private void send(Replica instance) {
		long number = this.fingerprint.incrementAndGet();
		if (isAcknowledged(instance, number)) {
			this.acknowledged.add(number);
		}
	}

	private boolean isAcknowledged(Replica instance, long number) {
		String hook = """
				{"website_id":"w","event":"message:send","timestamp":%d,"data":{"website_id":"w",
				"session_id":"session_%d","from":"user","type":"text","content":"Hi","fingerprint":%d}}"""
			.formatted(System.currentTimeMillis(), number % 20, number);
		try {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://localhost:" + instance.port() + "/crisp/webhook?key=key"))
				.header("Content-Type", "application/json")
				.timeout(Duration.ofSeconds(30))
				.POST(HttpRequest.BodyPublishers.ofString(hook))
				.build();
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException | InterruptedException ex) {
			return false;
		}
	}

	private Set<String> unhandled() {
		Set<String> unhandled = new HashSet<>();
		this.acknowledged.forEach((number) -> {
			unhandled.add("message " + number);
			unhandled.add("any " + number);
			if (number % 2 == 0) {
				unhandled.add("even " + number);
			}
		});
		database.sql("SELECT listener || ' ' || fingerprint FROM handled")
			.query(String.class)
			.list()
			.forEach(unhandled::remove);
		return unhandled;
	}

	private void assertHandledTwiceOnlyByKilledInstances(List<Long> killed) {
		assertThat(database.sql("SELECT count(*) FROM handled WHERE listener = 'even' AND fingerprint % 2 <> 0")
			.query(Long.class)
			.single()).isZero();
		List<Map<String, Object>> twice = database.sql(
				"SELECT listener, fingerprint, array_agg(process)::text AS processes FROM handled GROUP BY listener, fingerprint HAVING count(*) > 1")
			.query()
			.listOfRows();
		System.out.println(this.acknowledged.size() + " acknowledged, handled twice: " + twice);
		assertThat(twice).hasSizeLessThanOrEqualTo(killed.size() * THREADS)
			.allSatisfy((row) -> assertThat(killed)
				.anyMatch((process) -> row.get("processes").toString().contains(process.toString())));
	}

}
