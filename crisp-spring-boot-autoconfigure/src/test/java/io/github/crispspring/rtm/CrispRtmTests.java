package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.RestTester;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.TextContent;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the realtime connection of an application with a Socket.IO server.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispRtmTests {

	private static final Map<String, Object> CREDENTIALS = Map.of("username", "identifier", "password", "key");

	@RegisterExtension
	static WireMockExtension rest = RestTester.server();

	/**
	 * Session of the events that are sent until the connection is ready.
	 */
	private static final String READY = "ready";

	private TestRtmServer server = new TestRtmServer(CREDENTIALS);

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		if (this.context != null) {
			this.context.close();
		}
		this.server.close();
	}

	@Test
	void eventsOfListenersAreSubscribedToAndDelivered() throws Exception {
		start();
		Map<String, Object> authentication = this.server.awaitAuthentication();
		assertThat(authentication).containsEntry("tier", "plugin");
		assertThat((List<?>) authentication.get("events")).hasSize(14)
			.map(Object::toString)
			.contains("message:send", "message:compose:receive", "plugin:subscription:updated")
			.allMatch((name) -> name.startsWith("message:") || name.startsWith("plugin:"));
		awaitEvents();
		this.server.emit("message:send", message("s", 1));
		CrispApplicationEvent<MessageEvent> event = events().poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
		assertThat(event.getPayload()).isInstanceOfSatisfying(MessageSend.class,
				(message) -> assertThat(message.content()).isEqualTo(new TextContent("text 1")));
		assertThat(event.getDelivery().transport()).isEqualTo(CrispDelivery.Transport.RTM);
	}

	@ParameterizedTest
	@CsvSource({ "user, /v1/user/connect/endpoints", "website, /v1/website/w1/connect/endpoints" })
	void urlIsRequestedFromTheRouteOfTheTier(String tier, String route) throws Exception {
		start("crisp.tier=" + tier, "crisp.rtm.website-id=w1");
		assertThat(this.server.awaitAuthentication()).containsEntry("tier", tier);
		rest.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo(route)));
	}

	@Test
	void eventsOfAConversationKeepTheirOrder() throws Exception {
		start();
		awaitReady();
		IntStream.range(0, 500).forEach((i) -> this.server.emit("message:send", message("s", i)));
		await().until(() -> events().size() == 500);
		assertThat(events()).extracting((event) -> ((MessageSend) event.getPayload()).fingerprint())
			.containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(Long::valueOf).toList());
	}

	@Test
	void eventWithAcknowledgementIdIsAcknowledged() throws Exception {
		start();
		awaitReady();
		assertThat(this.server.emitForAck("message:send", message("s", 1))).succeedsWithin(WaitLimit.DURATION);
	}

	@Test
	void pingsAreAnswered() throws Exception {
		this.server.close();
		this.server = new TestRtmServer(CREDENTIALS, 0, 200, 1800);
		start();
		awaitReady();
		// Without pongs the server would close the connection after two seconds
		await().during(Duration.ofSeconds(3)).until(this.server.disconnected::isEmpty);
		this.server.emit("message:send", message("s", 1));
		assertThat(events().poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isNotNull();
	}

	@Test
	void connectionIsReestablishedAfterTheServerClosesIt() throws Exception {
		start();
		awaitReady();
		this.server.disconnectAll();
		assertThat(this.server.awaitAuthentication()).isNotNull();
		await().untilAsserted(() -> {
			this.server.emit("message:send", message("s", 1));
			assertThat(events()).isNotEmpty();
		});
		rest.verify(2, WireMock.getRequestedFor(WireMock.urlEqualTo("/v1/plugin/connect/endpoints")));
	}

	@Test
	void connectionIsReestablishedToAServerWithAnotherUrl() throws Exception {
		start();
		awaitReady();
		this.server.close();
		this.server = new TestRtmServer(CREDENTIALS);
		endpoint();
		assertThat(this.server.awaitAuthentication()).isNotNull();
	}

	@Test
	void rejectedCredentialsAreNotRetried(CapturedOutput output) throws Exception {
		start("crisp.key=wrong-key");
		assertThat(this.server.awaitAuthentication()).isNotNull();
		await().until(() -> output.getAll().contains("Crisp rejected the credentials of the realtime connection"));
		assertThat(output).doesNotContain("wrong-key");
		await().during(Duration.ofMillis(300)).until(this.server.authentications::isEmpty);
	}

	@Test
	void credentialsThatAreRejectedByRestAreNotRetried(CapturedOutput output) {
		rest.stubFor(get(WireMock.anyUrl())
			.willReturn(WireMock.jsonResponse("{\"error\":true,\"reason\":\"invalid_session\",\"data\":{}}", 401)));
		run();
		await().until(() -> output.getAll().contains("Crisp rejected the credentials of the realtime connection"));
		rest.verify(1, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	@Test
	void connectionEndsWithTheContextAndCanBeRestarted() throws Exception {
		start();
		awaitReady();
		CrispRtm rtm = this.context.getBean(CrispRtm.class);
		rtm.stop();
		assertThat(this.server.disconnected.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isNotNull();
		rtm.start();
		awaitReady();
		this.context.close();
		assertThat(this.server.disconnected.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isNotNull();
	}

	@Test
	void configuredUrlNeedsNoDiscovery() throws Exception {
		run("crisp.rtm.url=" + this.server.url());
		assertThat(this.server.awaitAuthentication()).isNotNull();
		rest.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	private void start(String... properties) {
		endpoint();
		run(properties);
	}

	private void endpoint() {
		rest.stubFor(get(WireMock.anyUrl())
			.willReturn(okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"%s\"}}}"
				.formatted(this.server.url()))));
	}

	private void run(String... properties) {
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("crisp.identifier=identifier", "crisp.rest.base-url=" + rest.baseUrl(),
					"crisp.rtm.reconnect-delay=20ms", "crisp.rtm.max-reconnect-delay=200ms",
					"spring.main.banner-mode=off", "spring.reactor.netty.shutdown-quiet-period=10ms")
			.properties("crisp.key=key")
			.properties(properties)
			.run();
	}

	/**
	 * Wait until the client is ready, which its first event shows.
	 */
	private void awaitReady() throws Exception {
		assertThat(this.server.awaitAuthentication()).isNotNull();
		awaitEvents();
	}

	private void awaitEvents() {
		AtomicInteger ready = this.context.getBean(Application.class).ready;
		int before = ready.get();
		await().until(() -> {
			this.server.emit("message:notify:unread:send", Map.of("website_id", "w", "session_id", READY));
			return ready.get() > before;
		});
	}

	private BlockingQueue<CrispApplicationEvent<MessageEvent>> events() {
		return this.context.getBean(Application.class).events;
	}

	private static Map<String, Object> message(String sessionId, long fingerprint) {
		return Map.of("website_id", "w", "session_id", sessionId, "type", "text", "from", "user", "content",
				"text " + fingerprint, "fingerprint", fingerprint);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final AtomicInteger ready = new AtomicInteger();

		final BlockingQueue<CrispApplicationEvent<MessageEvent>> events = new LinkedBlockingQueue<>();

		@CrispListener
		void on(CrispApplicationEvent<MessageEvent> event) {
			if (event.getPayload().sessionId().equals(READY)) {
				this.ready.incrementAndGet();
			}
			else {
				this.events.add(event);
			}
		}

	}

}
