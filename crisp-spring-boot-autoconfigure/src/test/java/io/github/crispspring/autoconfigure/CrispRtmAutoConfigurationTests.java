package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.client.website.people.ReactiveWebsitePeopleClient;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery.Transport;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmConnectedEvent;
import io.github.crispspring.rtm.CrispRtmDisconnectedEvent;
import io.github.crispspring.rtm.CrispRtmRejectedEvent;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.CrispRtmStateEvent;
import io.github.crispspring.rtm.TestRtmServer;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CrispRtmAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispRtmAutoConfigurationTests {

	private static final Map<String, Object> CREDENTIALS = Map.of("username", "identifier", "password", "key");

	private static final String MESSAGE = "{\"website_id\":\"w\",\"session_id\":\"s\",\"type\":\"text\",\"from\":\"user\",\"content\":\"text\",\"fingerprint\":%d}";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:1",
				"spring.reactor.netty.shutdown-quiet-period=10ms");

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost/", "localhost", "ws:///p", "/p/68/" })
	void urlThatIsNotAWebSocketFailsStartup(String url) {
		assertStartFails("crisp.rtm.url", "crisp.rtm.url=" + url);
	}

	@Test
	void websiteTokenRequiresWebsite() {
		assertStartFails("crisp.rtm.website-id", "crisp.tier=website");
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.tier=website", "crisp.rtm.enabled=true", "crisp.rtm.recover=true" })
	void websiteTokenDoesNotRequireWebsiteWithoutListener(String property) {
		new ApplicationContextRunner().withUserConfiguration(RestOnly.class)
			.withPropertyValues("crisp.identifier=i", "crisp.key=k", "crisp.tier=website", property)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(CrispRtm.class)
				.returns(false, CrispRtm::isRunning));
	}

	@Test
	void websiteTokenRequiresWebsiteForConfiguredEvents() {
		new ApplicationContextRunner().withUserConfiguration(RestOnly.class)
			.withPropertyValues("crisp.identifier=i", "crisp.key=k", "crisp.tier=website",
					"crisp.rtm.events=session:removed")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("crisp.rtm.website-id")));
	}

	@Test
	void websiteTokenDoesNotRequireWebsiteWithUrl() {
		this.contextRunner.withPropertyValues("crisp.tier=website", "crisp.rtm.url=ws://localhost:1")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void recoveryRequiresWebsites() {
		assertStartFails("crisp.rtm.recover", "crisp.tier=user", "crisp.rtm.recover=true");
	}

	@ParameterizedTest
	@CsvSource({ "crisp.tier=user, crisp.rtm.rooms=w", "crisp.tier=user, crisp.rtm.website-id=w",
			"crisp.tier=plugin, crisp.rtm.rooms=" })
	void recoveryIsEnabledWithWebsites(String tier, String property) {
		this.contextRunner.withPropertyValues(tier, property, "crisp.rtm.recover=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void configuredEventsAndRoomsAreSubscribedTo() throws Exception {
		try (TestRtmServer server = new TestRtmServer(CREDENTIALS);
				ConfigurableApplicationContext context = run(WebApplicationType.NONE, server,
						"crisp.rtm.events=session:removed", "crisp.rtm.rooms=w1,w2", "crisp.tier=user")) {
			assertThat(server.awaitAuthentication()).containsEntry("events", List.of("session:removed"))
				.containsEntry("rooms", List.of("w1", "w2"));
			assertThat(context.getBean(CrispRtm.class).isRunning()).isTrue();
		}
	}

	@Test
	void connectionEventsArePublishedOnThreadThatMayBlock() throws Exception {
		BlockingQueue<CrispRtmStateEvent> states;
		try (TestRtmServer server = new TestRtmServer(CREDENTIALS);
				ConfigurableApplicationContext context = run(WebApplicationType.NONE, server)) {
			states = context.getBean(Application.class).states;
			assertThat(states.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isInstanceOf(CrispRtmConnectedEvent.class);
			assertThat(context.getBean(CrispRtm.class).state()).isInstanceOf(CrispRtmState.Ready.class);
		}
		assertThat(states.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isInstanceOf(CrispRtmDisconnectedEvent.class);
	}

	@Test
	void rejectionOfCredentialsIsPublished() throws Exception {
		try (TestRtmServer server = new TestRtmServer(CREDENTIALS);
				ConfigurableApplicationContext context = run(WebApplicationType.NONE, server,
						"crisp.identifier=other")) {
			assertThat(context.getBean(Application.class).states.poll(WaitLimit.SECONDS, TimeUnit.SECONDS))
				.isInstanceOf(CrispRtmRejectedEvent.class);
		}
	}

	@Test
	void messageReceivedOverBothTransportsIsHandledOnce(CapturedOutput output) throws Exception {
		try (TestRtmServer server = new TestRtmServer(CREDENTIALS);
				ConfigurableApplicationContext context = run(WebApplicationType.SERVLET, server,
						"crisp.rtm.enabled=true", "crisp.webhook.key=swordfish", "server.port=0")) {
			assertThat(output).contains("Events are received by webhook and over the realtime connection")
				.doesNotContain("swordfish");
			Application application = context.getBean(Application.class);
			assertThat(application.states.poll(WaitLimit.SECONDS, TimeUnit.SECONDS))
				.isInstanceOf(CrispRtmConnectedEvent.class);
			for (int i = 1; i <= 4; i++) {
				if (i % 2 == 0) {
					webhook(context, i);
				}
				server.emit("message:send", message(i));
				await().until(() -> !application.events.isEmpty());
				webhook(context, i);
				CrispApplicationEvent<MessageSend> event = application.events.remove();
				assertThat(event.getPayload().fingerprint()).isEqualTo(i);
				assertThat(event.getDelivery().transport()).isEqualTo((i % 2 == 0) ? Transport.WEBHOOK : Transport.RTM);
			}
			// Handled after all other events of its conversation
			server.emit("message:send", message(5));
			assertThat(application.events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS).getPayload().fingerprint())
				.isEqualTo(5);
		}
	}

	@Test
	void singleTransportIsNotLoggedAsWarning(CapturedOutput output) {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(CrispRtm.class));
		assertThat(output).doesNotContain("Events are received by webhook and");
	}

	private void webhook(ConfigurableApplicationContext context, int fingerprint) throws Exception {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		String body = "{\"website_id\":\"w\",\"event\":\"message:send\",\"timestamp\":1632396148646,\"data\":"
				+ MESSAGE.formatted(fingerprint) + "}";
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + port + "/crisp/webhook?key=swordfish"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
	}

	private Map<String, Object> message(int fingerprint) {
		return Map.of("website_id", "w", "session_id", "s", "type", "text", "from", "user", "content", "text",
				"fingerprint", fingerprint);
	}

	private void assertStartFails(String name, String... properties) {
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(name)));
	}

	private ConfigurableApplicationContext run(WebApplicationType type, TestRtmServer server, String... properties) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.url=" + server.url(),
					"spring.main.banner-mode=off", "spring.reactor.netty.shutdown-quiet-period=10ms")
			.properties(properties)
			.run();
	}

	/**
	 * Component with a client but without a listener.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class RestOnly {

		RestOnly(ReactiveWebsitePeopleClient people) {
			assertThat(people).isNotNull();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final BlockingQueue<CrispApplicationEvent<MessageSend>> events = new LinkedBlockingQueue<>();

		final BlockingQueue<CrispRtmStateEvent> states = new LinkedBlockingQueue<>();

		@CrispListener
		void on(CrispApplicationEvent<MessageSend> event) {
			this.events.add(event);
		}

		@EventListener
		void on(CrispRtmConnectedEvent event) {
			record(event);
		}

		@EventListener
		void on(CrispRtmDisconnectedEvent event) {
			record(event);
		}

		@EventListener
		void on(CrispRtmRejectedEvent event) {
			record(event);
		}

		private void record(CrispRtmStateEvent event) {
			assertThat(Schedulers.isInNonBlockingThread()).isFalse();
			this.states.add(event);
		}

	}

}
