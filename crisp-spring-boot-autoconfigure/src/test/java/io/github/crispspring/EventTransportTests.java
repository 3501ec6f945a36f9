package io.github.crispspring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.event.ContractEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.TestRtmServer;
import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.ContractTypes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests every event from the bytes to the listener with both transports.
 */
class EventTransportTests {

	private static final String TIMESTAMP = Long.toString(System.currentTimeMillis());

	@Test
	void everyEventIsEqualByWebhookAndByRtm() throws Exception {
		Map<String, ObjectNode> samples = samples();
		Map<String, CrispEvent> byWebhook = receiveByWebhook(samples);
		assertThat(byWebhook).hasSize(83)
			.containsOnlyKeys(samples.keySet())
			.allSatisfy((name, event) -> assertThat(event).isNotInstanceOf(UnknownEvent.class));
		assertThat(receiveByRtm(samples)).isEqualTo(byWebhook);
	}

	private Map<String, ObjectNode> samples() throws Exception {
		ContractTypes types = ContractTypes.load();
		Map<String, ObjectNode> samples = new LinkedHashMap<>();
		for (ContractEvent event : ContractEvent.load()) {
			samples.put(event.event(), event.samples(types).get(0));
		}
		return samples;
	}

	private Map<String, CrispEvent> receiveByWebhook(Map<String, ObjectNode> samples) throws Exception {
		try (ConfigurableApplicationContext context = run(WebApplicationType.SERVLET, "server.port=0",
				"crisp.webhook.secrets=secret")) {
			int port = ((WebServerApplicationContext) context).getWebServer().getPort();
			HttpClient http = HttpClient.newHttpClient();
			for (Map.Entry<String, ObjectNode> sample : samples.entrySet()) {
				ObjectNode hook = sample.getValue().objectNode().put("event", sample.getKey());
				byte[] body = CrispJson.mapper().writeValueAsBytes(hook.set("data", sample.getValue()));
				HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/crisp/webhook"))
					.header("Content-Type", "application/json")
					.header("X-Crisp-Request-Timestamp", TIMESTAMP)
					.header("X-Crisp-Signature", new CrispSignature("secret").sign(TIMESTAMP, body))
					.POST(BodyPublishers.ofByteArray(body))
					.build();
				assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
			}
			return context.getBean(Application.class).events;
		}
	}

	private Map<String, CrispEvent> receiveByRtm(Map<String, ObjectNode> samples) throws Exception {
		try (TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));
				ConfigurableApplicationContext context = run(WebApplicationType.NONE, "crisp.identifier=identifier",
						"crisp.key=key", "crisp.rtm.url=" + server.url())) {
			assertThat(server.awaitAuthentication()).isNotNull();
			samples.forEach((name, data) -> server.emit(name, CrispJson.mapper().convertValue(data, Map.class)));
			Map<String, CrispEvent> events = context.getBean(Application.class).events;
			await().until(() -> events.size() == samples.size());
			return events;
		}
	}

	private ConfigurableApplicationContext run(WebApplicationType type, String... properties) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties("spring.main.banner-mode=off")
			.properties(properties)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final Map<String, CrispEvent> events = new ConcurrentHashMap<>();

		@CrispListener
		void on(CrispEvent event) {
			this.events.put(event.name(), event);
		}

	}

}
