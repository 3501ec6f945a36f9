package io.github.crispspring.fanout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for events from the webhook through the event publication registry in PostgreSQL
 * to Kafka consumers.
 */
@Tag("cluster")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.autoconfigure.exclude=", "crisp.webhook.key=key",
				"crisp.webhook.acknowledge=after-handling-only", "crisp.listener.transactional=true",
				"spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
				"spring.jackson.deserialization.fail-on-unknown-properties=true",
				"spring.modulith.events.completion-mode=delete" })
@EmbeddedKafka(partitions = 4, topics = "crisp-events", bootstrapServersProperty = "spring.kafka.bootstrap-servers",
		brokerProperties = "offsets.topic.num.partitions=1")
@DirtiesContext
class KafkaFanOutTests {

	private static final int SESSIONS = 10;

	private static final int EVENTS = 50;

	private static EmbeddedPostgres postgres;

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private FanOutApplication application;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) throws Exception {
		postgres = EmbeddedPostgres.builder().setPGStartupWait(WaitLimit.DURATION).start();
		registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
	}

	@AfterAll
	static void stopDatabase() throws Exception {
		postgres.close();
	}

	@BeforeEach
	void clear() {
		this.application.received.clear();
		this.application.sessions.clear();
		this.application.partitions.clear();
	}

	@Test
	void eventsOfASessionAreInOnePartitionInOrder() {
		List<CompletableFuture<?>> sessions = new ArrayList<>();
		for (int session = 0; session < SESSIONS; session++) {
			sessions.add(send("session_" + session, 1));
		}
		CompletableFuture.allOf(sessions.toArray(CompletableFuture<?>[]::new))
			.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS)
			.join();
		await().until(() -> this.application.received.size() >= SESSIONS * EVENTS);
		assertThat(this.application.received).hasSize(SESSIONS * EVENTS);
		assertThat(this.application.sessions).hasSize(SESSIONS)
			.allSatisfy((session, numbers) -> assertThat(numbers)
				.containsExactlyElementsOf(LongStream.rangeClosed(1, EVENTS).boxed().toList()));
		assertThat(this.application.partitions).allSatisfy((session, used) -> assertThat(used).hasSize(1));
		assertThat(this.application.partitions.values()).flatExtracting((used) -> used)
			.as("partitions used")
			.hasSizeGreaterThan(1);
	}

	@Test
	void eventIsReadBackEqual() {
		JsonNode data = CrispJson.mapper()
			.readTree(
					"{\"website_id\":\"w\",\"session_id\":\"s\",\"from\":\"user\",\"type\":\"text\",\"content\":\"Hi\","
							+ "\"fingerprint\":1,\"timestamp\":1632396148646,\"properties\":{\"n\":null}}");
		CrispEvent event = new CrispEventReader().read(MessageSend.NAME, "w", data);
		assertThat(event).isInstanceOf(MessageSend.class);
		post(MessageSend.NAME, data.toString()).join();
		await().untilAsserted(() -> assertThat(this.application.received).containsExactly(event));
	}

	@Test
	void identifierIsNotEvaluatedAsExpression() {
		String session = "#{T(java.lang.System).setProperty('evaluated', 'true')}";
		post(MessageSend.NAME, "{\"website_id\":\"w\",\"session_id\":\"%s\",\"fingerprint\":1}".formatted(session))
			.join();
		post("moon:landed", "{\"website_id\":\"w\",\"stars\":5}").join();
		await().until(() -> this.application.received.size() == 2);
		assertThat(this.application.partitions).containsKey(session);
		assertThat(this.application.received).hasAtLeastOneElementOfType(UnknownEvent.class);
		assertThat(System.getProperty("evaluated")).isNull();
	}

	/**
	 * Send events of a session, each after the previous one was acknowledged.
	 */
	private CompletableFuture<?> send(String session, int number) {
		CompletableFuture<?> sent = post(MessageSend.NAME,
				"{\"website_id\":\"w\",\"session_id\":\"%s\",\"fingerprint\":%d}".formatted(session, number));
		return (number == EVENTS) ? sent : sent.thenCompose((ignored) -> send(session, number + 1));
	}

	private CompletableFuture<Void> post(String name, String data) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/crisp/webhook?key=key"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers
				.ofString("{\"website_id\":\"w\",\"event\":\"%s\",\"timestamp\":%d,\"data\":%s}".formatted(name,
						System.currentTimeMillis(), data)))
			.build();
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
			.thenAccept((response) -> assertThat(response.statusCode()).isEqualTo(200));
	}

}
