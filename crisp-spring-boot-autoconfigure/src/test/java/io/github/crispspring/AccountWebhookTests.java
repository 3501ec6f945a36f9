package io.github.crispspring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for webhooks of several accounts, and for the replies to their events.
 */
class AccountWebhookTests {

	private static final String TIMESTAMP = Long.toString(System.currentTimeMillis());

	private static final String[] PLUGINS = { "crisp.identifier=default", "crisp.key=key",
			"crisp.webhook.secret=secret of default", "crisp.accounts.a.identifier=a", "crisp.accounts.a.key=key",
			"crisp.accounts.a.webhook.secret=secret of a", "crisp.accounts.b.identifier=b", "crisp.accounts.b.key=key",
			"crisp.accounts.b.webhook.secrets=rotated,secret of b" };

	private static final List<String> ACCOUNTS = List.of("default", "a", "b");

	@RegisterExtension
	static final WireMockExtension crisp = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void respond() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
	}

	@Test
	void pluginsOnOneWebsiteEachReceiveTheirEventsOnce() throws Exception {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, Recorder.class, PLUGINS)) {
			byte[] body = message("w", "session", 1);
			for (String account : List.of("a", "b", "default", "a", "b", "default")) {
				assertThat(send(context, signed(body, "secret of " + account)).statusCode()).isEqualTo(200);
			}
			Recorder recorder = context.getBean(Recorder.class);
			assertThat(recorder.accounts).containsExactly("a", "b", "default");
			assertThat(recorder.accountsOfSelection).containsExactly("a", "default");
			assertThat(send(context, signed(body, "secret of none")).statusCode()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void replyLeavesThroughAccountOfItsEventUnderLoad(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, Replies.class, PLUGINS)) {
			List<CompletableFuture<Integer>> responses = new ArrayList<>();
			for (int i = 0; i < 300; i++) {
				String account = ACCOUNTS.get(i % 3);
				byte[] body = message("w", "session-" + account + "-" + i, i + 1);
				responses.add(this.http
					.sendAsync(request(context, signed(body, "secret of " + account)), BodyHandlers.discarding())
					.thenApply(HttpResponse::statusCode));
			}
			for (CompletableFuture<Integer> response : responses) {
				assertThat(response.get(WaitLimit.SECONDS, TimeUnit.SECONDS)).isEqualTo(200);
			}
		}
		List<LoggedRequest> calls = calls();
		assertThat(calls).hasSize(900).allSatisfy((call) -> assertThat(identifier(call)).isEqualTo(accountOf(call)));
	}

	@Test
	void rejectedTokenOfOneAccountDoesNotAffectTheReplyOfAnother() throws Exception {
		crisp.stubFor(any(anyUrl()).withBasicAuth("a", "key")
			.willReturn(jsonResponse("{\"error\":true,\"reason\":\"invalid_session\"}", 401)));
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, Replies.class, PLUGINS)) {
			assertThat(send(context, signed(message("w", "session-a-1", 1), "secret of a")).statusCode())
				.isEqualTo(500);
			assertThat(send(context, signed(message("w", "session-b-1", 1), "secret of b")).statusCode())
				.isEqualTo(200);
			assertThat(send(context, signed(message("w", "session-default-1", 1), "secret of default")).statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void twentyWebsitesWithTokensOfTheirOwnReceiveRepliesWithThese() throws Exception {
		List<String> names = IntStream.range(0, 20).mapToObj((i) -> "website" + i).toList();
		String[] properties = names.stream()
			.flatMap((name) -> Stream
				.of("identifier=" + name, "key=key", "tier=website", "website-id=" + name, "webhook.key=key of " + name)
				.map((property) -> "crisp.accounts." + name + "." + property))
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, Replies.class, properties)) {
			for (String name : names) {
				URI uri = URI.create(url(context) + "?key=" + ("key of " + name).replace(" ", "%20"));
				HttpRequest request = HttpRequest.newBuilder(uri)
					.header("Content-Type", "application/json")
					.POST(BodyPublishers.ofByteArray(message(name, "session-" + name, 1)))
					.build();
				assertThat(this.http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
			}
		}
		List<LoggedRequest> calls = calls();
		assertThat(calls).hasSize(60).allSatisfy((call) -> {
			assertThat(identifier(call)).isEqualTo(accountOf(call));
			assertThat(call.getUrl()).startsWith("/v1/website/" + accountOf(call) + "/");
			assertThat(call.getHeader("X-Crisp-Tier")).isEqualTo("website");
		});
	}

	@ParameterizedTest
	@CsvSource({ "crisp.accounts.a.webhook.secret, crisp.accounts.b.webhook.secrets, crisp.accounts.b.webhook.secret",
			"crisp.webhook.secrets, crisp.accounts.b.webhook.secret, crisp.accounts.b.webhook.secret",
			"crisp.accounts.a.webhook.key, crisp.accounts.b.webhook.key, crisp.accounts.b.webhook.key",
			"crisp.webhook.key, crisp.accounts.a.webhook.key, crisp.accounts.a.webhook.key" })
	void accountsWithTheSameSecretOrKeyStopTheStart(String one, String other, String reported) {
		assertThatThrownBy(
				() -> start(WebApplicationType.SERVLET, Recorder.class, "crisp.accounts.a.webhook.secrets=of a",
						"crisp.accounts.b.webhook.secrets=of b", one + "=swordfish", other + "=swordfish"))
			.rootCause()
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
					(ex) -> assertThat(ex.getName()).isEqualTo(reported))
			.hasMessageContaining("has the same value")
			.hasMessageNotContaining("swordfish");
	}

	@Test
	void listenerCannotReplyForAccountWithoutCredentials() {
		assertThatThrownBy(() -> start(WebApplicationType.SERVLET, Replies.class, "crisp.identifier=default",
				"crisp.key=key", "crisp.accounts.a.webhook.secret=secret"))
			.hasMessageContaining("account 'a' has no credentials");
	}

	@Test
	void listenerMayReplyForTheAccountsThatItSelects() {
		start(WebApplicationType.SERVLET, SelectedReply.class, "crisp.webhook.secret=of default",
				"crisp.accounts.a.identifier=a", "crisp.accounts.a.key=key", "crisp.accounts.b.webhook.key=key")
			.close();
	}

	@Test
	void accountOfListenerMustBeConfigured() {
		assertThatThrownBy(() -> start(WebApplicationType.SERVLET, SelectedReply.class, "crisp.accounts.b.identifier=b",
				"crisp.accounts.b.key=key"))
			.hasMessageContaining("The account 'a' is not configured");
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, Class<?> listener,
			String... properties) {
		return new SpringApplicationBuilder(Application.class, listener).web(type)
			.properties("server.port=0", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=10ms", "crisp.webhook.acknowledge-timeout=90s",
					"crisp.rtm.enabled=false", "crisp.rest.base-url=" + crisp.baseUrl(), "my.account=a")
			.run(Stream.of(properties).map("--"::concat).toArray(String[]::new));
	}

	private static String url(ConfigurableApplicationContext context) {
		return "http://localhost:" + ((WebServerApplicationContext) context).getWebServer().getPort()
				+ "/crisp/webhook";
	}

	private static byte[] message(String websiteId, String sessionId, int fingerprint) {
		return """
				{"website_id":"%1$s","event":"message:send","timestamp":1632396148743,"data":{"website_id":"%1$s",
				"session_id":"%2$s","type":"text","content":"Hi","from":"user","origin":"chat","stamped":true,
				"timestamp":1632396148646,"fingerprint":%3$d,"user":{"nickname":"visitor"}}}"""
			.formatted(websiteId, sessionId, fingerprint)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static HttpRequest.Builder signed(byte[] body, String secret) {
		return HttpRequest.newBuilder()
			.header("Content-Type", "application/json")
			.header("X-Crisp-Request-Timestamp", TIMESTAMP)
			.header("X-Crisp-Signature", new CrispSignature(secret).sign(TIMESTAMP, body))
			.POST(BodyPublishers.ofByteArray(body));
	}

	private static HttpRequest request(ConfigurableApplicationContext context, HttpRequest.Builder request) {
		return request.uri(URI.create(url(context))).build();
	}

	private HttpResponse<Void> send(ConfigurableApplicationContext context, HttpRequest.Builder request)
			throws Exception {
		return this.http.send(request(context, request), BodyHandlers.discarding());
	}

	private static List<LoggedRequest> calls() {
		return crisp.getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
	}

	private static String identifier(LoggedRequest call) {
		String credentials = call.getHeader("Authorization").substring("Basic ".length());
		return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8).split(":")[0];
	}

	private static String accountOf(LoggedRequest call) {
		return call.getUrl().replaceFirst(".*/conversation/session-([a-z0-9]+).*", "$1");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	static class Recorder {

		final List<String> accounts = new CopyOnWriteArrayList<>();

		final List<String> accountsOfSelection = new CopyOnWriteArrayList<>();

		@CrispListener
		void on(MessageSend message, CrispDelivery delivery) {
			this.accounts.add(delivery.account());
		}

		@CrispListener(accounts = { "${my.account}", CrispDelivery.DEFAULT_ACCOUNT })
		void onSelected(MessageSend message, CrispDelivery delivery) {
			this.accountsOfSelection.add(delivery.account());
		}

	}

	/**
	 * Replies in each way that there is.
	 */
	static class Replies {

		@VisitorTextListener
		String reply(MessageSend message) {
			return "Hello!";
		}

		@CrispListener
		void act(MessageSend message, CrispConversation conversation) {
			conversation.note("Hello");
		}

		@CrispListener
		Mono<Void> act(MessageSend message, ReactiveCrispConversation conversation) {
			return conversation.unassign();
		}

	}

	static class SelectedReply {

		@VisitorTextListener(accounts = "${my.account}")
		String reply(MessageSend message) {
			return "Hello!";
		}

	}

}
