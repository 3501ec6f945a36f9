package io.github.crispspring.autoconfigure.actuate;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Severity;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.RestTester;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the findings of {@link CrispEndpoint#diagnose} about the webhook, requested
 * over HTTP.
 */
class WebhookDiagnosisTests {

	private static final String SECRET = "swordfish";

	private static final String SIGNED = "crisp.webhook.secret=" + SECRET;

	@RegisterExtension
	static final WireMockExtension other = RestTester.server();

	private static final HttpClient http = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void urlOfTheEndpointIsReached(WebApplicationType type) throws Exception {
		try (Server server = new Server(type, SIGNED)) {
			assertThat(server.diagnose("http://localhost:%d/crisp/webhook".formatted(server.port()), "webhook-url"))
				.extracting(Finding::severity)
				.containsExactly(Severity.OK, Severity.WARNING);
		}
	}

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void checksRunOnAThreadThatMayBlock(WebApplicationType type) throws Exception {
		try (Server server = new Server(type, SIGNED)) {
			server.diagnose("", "webhook-url");
			assertThat(server.bean(Application.class).nonBlockingThread.get()).isFalse();
		}
	}

	@Test
	void checkOfTheUrlIsNeitherDeliveryNorRejectionNorEvent() throws Exception {
		try (Server server = new Server(WebApplicationType.SERVLET, SIGNED)) {
			server.diagnose("http://localhost:%d/crisp/webhook".formatted(server.port()), "webhook-url");
			CrispWebhookReceiver webhook = server.bean(CrispWebhookReceiver.class);
			assertThat(webhook.getOutcomes()).isEmpty();
			assertThat(webhook.getRejectionCounts().values()).containsOnly(0L);
			assertThat(server.bean(Application.class).event.get()).isNull();
		}
	}

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void urlWithTheKeyOfAWebsiteIsReached(WebApplicationType type) throws Exception {
		try (Server server = new Server(type, "crisp.webhook.key=the-key")) {
			String url = "http://localhost:%d/crisp/webhook".formatted(server.port());
			assertThat(server.diagnose(url + "?key=the-key", "webhook-url")).first().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.OK);
				assertThat(finding.found()).doesNotContain("the-key");
			});
			assertThat(server.diagnose(url, "webhook-url")).first()
				.satisfies((finding) -> assertThat(finding.found()).contains("status 401"));
		}
	}

	@Test
	void urlIsReachedWithTheSecretOfANamedAccount() throws Exception {
		try (Server server = new Server(WebApplicationType.SERVLET, "crisp.accounts.acme.webhook.secret=" + SECRET)) {
			String url = "http://localhost:%d/crisp/webhook".formatted(server.port());
			assertThat(server.diagnose(url, "webhook-url")).first()
				.satisfies((finding) -> assertThat(finding.severity()).isEqualTo(Severity.OK));
		}
	}

	@Test
	void urlOfAnotherPathIsReported() throws Exception {
		try (Server server = new Server(WebApplicationType.SERVLET, SIGNED)) {
			assertThat(server.diagnose("http://localhost:%d/other".formatted(server.port()), "webhook-url")).first()
				.satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(Severity.ERROR);
					assertThat(finding.found()).contains("localhost/other", "status 404");
					assertThat(finding.action()).contains("'crisp.webhook.path'");
				});
		}
	}

	@ParameterizedTest
	@CsvSource({ "200, Check which application responds", "302, does not follow redirects", "403, CSRF",
			"502, the proxy can reach" })
	void urlThatReachesSomethingElseIsReported(int status, String action) throws Exception {
		other.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Location", "/")));
		try (Server server = new Server(WebApplicationType.SERVLET, SIGNED)) {
			assertThat(server.diagnose(other.baseUrl(), "webhook-url")).first().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.found()).contains("status " + status);
				assertThat(finding.action()).contains(action);
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:1, no connection can be established", ", the TLS handshake failed" })
	void urlThatCannotBeReachedIsReported(String server, String problem) throws Exception {
		String base = (server != null) ? server : "https://localhost:" + other.getPort();
		try (Server application = new Server(WebApplicationType.SERVLET, SIGNED)) {
			assertThat(application.diagnose(base + "/crisp/webhook?key=confidential", "webhook-url")).first()
				.satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(Severity.ERROR);
					assertThat(finding.found()).contains("cannot be reached: " + problem)
						.doesNotContain("confidential");
				});
		}
	}

	@Test
	void unknownHostIsReportedWithoutItsMessage() {
		assertThat(WebhookUrlCheck.describe(new IllegalStateException(new UnknownHostException("confidential"))))
			.isEqualTo("its host is unknown");
	}

	@ParameterizedTest
	@CsvSource({ "crisp/webhook", "ftp://localhost", "https://user:password@localhost/", "'https://local host/'" })
	void malformedUrlIsReported(String url) throws Exception {
		try (Server server = new Server(WebApplicationType.SERVLET, SIGNED)) {
			assertThat(server.diagnose(url, "webhook-url")).singleElement()
				.satisfies((finding) -> assertThat(finding.found()).isEqualTo("The URL is malformed."));
		}
	}

	@Test
	void missingDeliveriesAreReported() throws Exception {
		try (Server server = new Server(WebApplicationType.SERVLET, SIGNED)) {
			assertThat(server.diagnose(null, "deliveries")).singleElement()
				.satisfies((finding) -> assertThat(finding.found()).contains("No webhook has been received"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void rejectedDeliveryIsReportedWithItsReasonUntilAnotherIsAcknowledged(WebApplicationType type) throws Exception {
		try (Server server = new Server(type, SIGNED)) {
			server.deliver("another secret");
			assertThat(server.diagnose(null, "deliveries")).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.found()).contains("'signature'", "status 401",
						"does not match 'crisp.webhook.secret'");
				assertThat(finding.action()).contains("Set 'crisp.webhook.secret'");
			});
			server.deliver(SECRET);
			assertThat(server.diagnose(null, "deliveries")).extracting(Finding::severity)
				.containsExactlyInAnyOrder(Severity.OK, Severity.WARNING);
		}
	}

	@Test
	void failedDeliveryIsReported() throws Exception {
		try (Server server = new Server(WebApplicationType.SERVLET, SIGNED)) {
			server.bean(Application.class).failure.set(new IllegalStateException("failed on purpose"));
			server.deliver(SECRET);
			assertThat(server.diagnose(null, "deliveries")).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.found()).contains("'failed'", "status 500").doesNotContain("on purpose");
			});
		}
	}

	@Test
	void everyRejectionHasAnAction() throws Exception {
		try (Server server = new Server(WebApplicationType.SERVLET, SIGNED)) {
			assertThat(DeliveriesCheck.ACTIONS).containsKeys(
					server.bean(CrispWebhookReceiver.class).getRejectionCounts().keySet().toArray(String[]::new));
		}
	}

	@Test
	void clockThatCausesRejectionsIsAnError() {
		CrispRest rest = RestTester.connectTo(other).build();
		other.stubFor(get(anyUrl())
			.willReturn(aResponse().withBody("{\"data\":{}}").withHeader("Date", "Wed, 21 Oct 2015 07:28:00 GMT")));
		AccountCall account = new AccountCall(rest, CrispTier.PLUGIN, null);
		account.completion().block();
		assertThat(new ClockCheck(account, Duration.ofHours(1)).findings().collectList().block()).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.found()).contains("'crisp.webhook.timestamp-tolerance'");
			});
	}

	/**
	 * Application with a web server, which is diagnosed over HTTP.
	 */
	private static final class Server implements AutoCloseable {

		private final ConfigurableApplicationContext context;

		Server(WebApplicationType type, String... properties) {
			this.context = new SpringApplicationBuilder(Application.class).web(type)
				.properties("server.port=0", "spring.main.banner-mode=off",
						"management.endpoints.web.exposure.include=crisp")
				.properties(properties)
				.run();
		}

		<T> T bean(Class<T> type) {
			return this.context.getBean(type);
		}

		int port() {
			return ((WebServerApplicationContext) this.context).getWebServer().getPort();
		}

		List<Finding> diagnose(String webhookUrl, String check) throws Exception {
			JsonMapper mapper = JsonMapper.shared();
			String body = (webhookUrl != null) ? mapper.createObjectNode().put("webhookUrl", webhookUrl).toString()
					: "{}";
			String response = http.send(request("/actuator/crisp", body).build(), BodyHandlers.ofString()).body();
			assertThat(response).doesNotContain(SECRET);
			JsonNode findings = mapper.readTree(response).path("findings");
			return findings.valueStream()
				.map((finding) -> mapper.treeToValue(finding, Finding.class))
				.filter((finding) -> finding.check().equals(check))
				.toList();
		}

		void deliver(String secret) throws Exception {
			String body = """
					{"website_id":"w","event":"message:removed","data":{"website_id":"w","session_id":"s",
					"timestamp":%d,"fingerprint":1}}""".formatted(System.nanoTime());
			String timestamp = String.valueOf(System.currentTimeMillis());
			http.send(request("/crisp/webhook", body).header("X-Crisp-Request-Timestamp", timestamp)
				.header("X-Crisp-Signature",
						new CrispSignature(secret).sign(timestamp, body.getBytes(StandardCharsets.UTF_8)))
				.build(), BodyHandlers.discarding());
		}

		private HttpRequest.Builder request(String path, String body) {
			return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(body));
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final AtomicReference<Boolean> nonBlockingThread = new AtomicReference<>();

		final AtomicReference<CrispEvent> event = new AtomicReference<>();

		final AtomicReference<RuntimeException> failure = new AtomicReference<>();

		@CrispListener
		void on(CrispEvent event) {
			this.event.set(event);
			if (this.failure.get() != null) {
				throw this.failure.get();
			}
		}

		@Bean
		DiagnosticChecks threadRecorder() {
			return (webhookUrl) -> {
				this.nonBlockingThread.set(Schedulers.isInNonBlockingThread());
				return List.of();
			};
		}

	}

}
