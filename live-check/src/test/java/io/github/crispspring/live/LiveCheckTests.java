package io.github.crispspring.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedVisitor;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageRemoved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LiveCheck} with an embedded Crisp, and a proxy that makes it deviate
 * from the contract.
 */
class LiveCheckTests {

	private static final String VISITOR = "Ada Lovelace";

	private static final String EMAIL = "ada@example.com";

	private static final String TEXT = "Is the engine in stock?";

	@RegisterExtension
	static final WireMockExtension proxy = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().extensions(new DeviatingTransformer()))
		.build();

	private static EmbeddedCrisp crisp;

	private static LiveReport report;

	private static LiveReport deviatingReport;

	@BeforeAll
	static void check() throws Exception {
		crisp = EmbeddedCrisp.builder().transport(EmbeddedCrisp.Transport.RTM).start();
		EmbeddedVisitor visitor = crisp.visitor(VISITOR);
		visitor.writes(TEXT);
		visitor.leavesEmail(EMAIL);
		post("people/profile", "{\"email\":\"%s\",\"person\":{\"nickname\":\"%s\"}}".formatted(EMAIL, VISITOR));
		post("inbox", "{\"name\":\"Sales\"}");
		post("team", "{\"name\":\"Sales\"}");
		report = new LiveCheck(settings(crisp.url(), Map.of(), null, false)).run();
		proxy.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(crisp.url().toString())));
		respond("/people/stats", 500, "server_error");
		respond("/inboxes/list/1", 404, "not_found");
		respond("/teams/list/1", 200, "Failed for " + VISITOR);
		deviatingReport = new LiveCheck(settings(URI.create(proxy.baseUrl()), Map.of(), null, false)).run();
	}

	private static void respond(String path, int status, String reason) {
		proxy.stubFor(get(urlPathMatching(".*" + path)).atPriority(1)
			.willReturn(aResponse().withStatus(status)
				.withBody("{\"error\":true,\"reason\":\"%s\",\"data\":{}}".formatted(reason))));
	}

	@AfterAll
	static void close() {
		crisp.close();
	}

	/**
	 * There is no ongoing call that could be read.
	 */
	@Test
	void embeddedCrispAgreesWithTheContract() {
		assertThat(report.differences()).filteredOn((difference) -> difference.kind() != Difference.Kind.ABSENT_FIELD)
			.extracting(Object::toString)
			.containsExactly(
					"GET /v1/website/{websiteId}/conversation/{sessionId}/call `response`: status 404 not_found");
	}

	@Test
	void routesOfTheTierAreCalled() {
		assertThat(report.called()).isGreaterThan(50);
		assertThat(report.notCalled())
			.anyMatch((route) -> route.startsWith("GET /v1/plugins/subscription (other tiers"))
			.noneMatch((route) -> route.contains("/conversation/{sessionId}/messages"));
	}

	@ParameterizedTest
	@EnumSource
	void deviationIsFoundOnce(Deviation deviation) {
		List<String> additional = new ArrayList<>(
				deviatingReport.differences().stream().map(Object::toString).toList());
		report.differences().forEach((difference) -> additional.remove(difference.toString()));
		assertThat(additional).filteredOn((difference) -> difference.contains(deviation.route()))
			.containsExactlyInAnyOrderElementsOf(deviation.differences());
	}

	@Test
	void nothingElseIsFound() {
		List<String> additional = new ArrayList<>(
				deviatingReport.differences().stream().map(Object::toString).toList());
		report.differences().forEach((difference) -> additional.remove(difference.toString()));
		for (Deviation deviation : Deviation.values()) {
			additional.removeAll(deviation.differences());
		}
		assertThat(additional).isEmpty();
	}

	@Test
	void realtimeConnectionIsEstablished() {
		assertThat(report.realtime()).startsWith("established");
	}

	@Test
	void reportContainsNoValues() {
		assertThat(report.toMarkdown() + deviatingReport.toMarkdown()).doesNotContain(VISITOR, EMAIL, TEXT,
				crisp.identifier(), crisp.key(), crisp.websiteId(), crisp.pluginId(), crisp.webhookSecret(),
				crisp.conversations().get(0).sessionId(), "Sales", crisp.operators().get(0).userId());
	}

	@Test
	void allCallsAreCounted() throws Exception {
		long before = last();
		LiveReport repeated = new LiveCheck(settings(crisp.url(), Map.of(), null, true)).run();
		assertThat(repeated.calls()).isEqualTo(last() - before);
		assertThat(repeated.toMarkdown()).contains("with %d calls, at most 1000 a second".formatted(repeated.calls()));
	}

	private static long last() {
		return crisp.calls().get(crisp.calls().size() - 1).id();
	}

	@Test
	void conversationIsWrittenAndRemoved() throws Exception {
		int conversations = crisp.conversations().size();
		LiveReport written = new LiveCheck(settings(crisp.url(), Map.of(), null, true)).run();
		assertThat(written.conversation()).containsExactly("create a conversation: done", "write as a visitor: done",
				"reply as an operator: done", "read both messages: done", "resolve the conversation: done",
				"receive message:send by RTM: done", "receive message:received by RTM: done",
				"remove the conversation: done", "no longer find the conversation: done");
		assertThat(crisp.conversations()).hasSize(conversations);
	}

	@Test
	void nothingIsWrittenUnlessRequested() {
		assertThat(report.conversation()).isEmpty();
		assertThat(crisp.conversations()).extracting((conversation) -> conversation.messages().size())
			.containsExactly(1);
	}

	@Test
	void webhookIsReachedAndReceivesTheConversation() throws Exception {
		try (EmbeddedCrisp webhooks = EmbeddedCrisp.start()) {
			int port = TestSocketUtils.findAvailableTcpPort();
			String url = "http://localhost:%d/crisp/webhook".formatted(port);
			webhooks.webhookUrl(URI.create(url));
			LiveReport written = new LiveCheck(settings(webhooks,
					Map.of("crisp.webhook.secret", webhooks.webhookSecret(), "server.port", String.valueOf(port)), url,
					true, Duration.ofMillis(500)))
				.run();
			assertThat(written.webhook()).first().asString().startsWith("OK");
			assertThat(written.conversation()).contains("receive message:send by WEBHOOK: done",
					"receive message:received by WEBHOOK: done");
			assertThat(written.events()).containsKey("message:send by WEBHOOK");
		}
	}

	@Test
	void eventIsReceivedByEachTransport() {
		try (ConfigurableApplicationContext context = LiveApplication
			.start(settings(crisp.url(), Map.of(), null, false))) {
			for (CrispDelivery.Transport transport : CrispDelivery.Transport.values()) {
				context.getBean(CrispEventDispatcher.class)
					.dispatch(new MessageRemoved("w", "s", null, 1),
							CrispDelivery.first(transport, Instant.EPOCH, JsonNodeFactory.instance.objectNode()))
					.block(Duration.ofSeconds(60));
			}
			assertThat(context.getBean(ReceivedEvents.class).counts()).containsEntry("message:removed by RTM", 1)
				.containsEntry("message:removed by WEBHOOK", 1);
		}
	}

	@Test
	void missingVariablesAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> LiveCheckSettings.of((name) -> null, false))
			.withMessageContaining("[CRISP_IDENTIFIER, CRISP_KEY]");
	}

	@Test
	void tokenOfAWebsiteRequiresTheWebsite() {
		Map<String, String> environment = Map.of("CRISP_IDENTIFIER", "identifier", "CRISP_KEY", "key", "CRISP_TIER",
				"website");
		assertThatIllegalArgumentException().isThrownBy(() -> LiveCheckSettings.of(environment::get, false))
			.withMessageContaining("[CRISP_WEBSITE_ID]");
	}

	private static LiveCheckSettings settings(URI baseUrl, Map<String, String> properties, @Nullable String webhookUrl,
			boolean write) {
		Map<String, String> all = new HashMap<>(properties);
		all.put("crisp.rest.base-url", baseUrl.toString());
		return settings(crisp, all, webhookUrl, write, Duration.ofSeconds(60));
	}

	private static LiveCheckSettings settings(EmbeddedCrisp crisp, Map<String, String> properties,
			@Nullable String webhookUrl, boolean write, Duration patience) {
		Map<String, String> all = new HashMap<>(Map.of("crisp.identifier", crisp.identifier(), "crisp.key", crisp.key(),
				"crisp.rest.base-url", crisp.url().toString()));
		all.putAll(properties);
		return new LiveCheckSettings(all, null, webhookUrl, write, 1000, patience);
	}

	private static void post(String path, String body) throws Exception {
		String credentials = crisp.identifier() + ":" + crisp.key();
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("%s/v1/website/%s/%s".formatted(crisp.url(), crisp.websiteId(), path)))
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
			.header("X-Crisp-Tier", "plugin")
			.POST(BodyPublishers.ofString(body))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isBetween(200,
				299);
	}

}
