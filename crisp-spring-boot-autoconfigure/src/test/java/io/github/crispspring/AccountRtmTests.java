package io.github.crispspring;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TestRtmServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the realtime connections of several accounts.
 */
class AccountRtmTests {

	private static final String[] PLUGINS = { "crisp.accounts.a.identifier=a", "crisp.accounts.a.key=key",
			"crisp.accounts.b.identifier=b", "crisp.accounts.b.key=key" };

	private static final String[] DEFAULT = { "crisp.identifier=default", "crisp.key=key" };

	@RegisterExtension
	static final WireMockExtension crisp = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	/**
	 * Accepts any token with this key.
	 */
	private final TestRtmServer server = new TestRtmServer(Map.of("password", "key"));

	@BeforeEach
	void respond() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void pluginsOnOneWebsiteEachReceiveTheirEventsAndReplyWithTheirToken() throws Exception {
		try (ConfigurableApplicationContext context = start(Replies.class, properties(DEFAULT, PLUGINS))) {
			assertThat(authentications(3)).containsExactly("a", "b", "default");
			awaitReady(context);
			for (int fingerprint = 1; fingerprint <= 50; fingerprint++) {
				this.server.emit("message:send", message("w", "session", fingerprint));
			}
			Map<String, Set<Long>> received = context.getBean(Replies.class).received;
			await()
				.until(() -> received.size() == 3 && received.values().stream().allMatch((each) -> each.size() == 50));
			assertThat(calls()).hasSize(150);
			assertThat(calls())
				.allSatisfy((call) -> assertThat(call.getBodyAsString()).contains("from " + identifier(call) + "\""));
		}
	}

	@Test
	void twentyWebsitesWithTokensOfTheirOwnAreConnected() throws Exception {
		List<String> names = IntStream.range(0, 20).mapToObj((i) -> "website%02d".formatted(i)).toList();
		String[] properties = names.stream()
			.flatMap((name) -> Stream
				.of("identifier=" + name, "key=key", "tier=website", "website-id=" + name,
						"rtm.url=" + this.server.url())
				.map((property) -> "crisp.accounts." + name + "." + property))
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = start(Replies.class, properties)) {
			assertThat(authentications(20)).containsExactlyElementsOf(names);
			awaitReady(context);
			this.server.emit("message:send", message("w", "session", 1));
			await().until(() -> context.getBean(Replies.class).received.size() == 20);
			assertThat(calls()).extracting(AccountRtmTests::identifier).containsExactlyInAnyOrderElementsOf(names);
			assertThat(calls())
				.allSatisfy((call) -> assertThat(call.getBodyAsString()).contains("from " + identifier(call) + "\""));
			assertThat(threads("crisp-rtm-keep-alive")).isEqualTo(1);
		}
		await().until(() -> threads("crisp-rtm-keep-alive") == 0);
	}

	@Test
	void rejectedTokenDoesNotAffectOtherConnections() {
		try (ConfigurableApplicationContext context = start(Replies.class,
				properties(DEFAULT, PLUGINS, and("crisp.accounts.b.key=rejected")))) {
			awaitState(context, "b#crispRtm", CrispRtmState.Rejected.class);
			awaitState(context, "a#crispRtm", CrispRtmState.Ready.class);
			awaitState(context, "crispRtm", CrispRtmState.Ready.class);
			this.server.emit("message:send", message("w", "session", 1));
			Set<String> received = context.getBean(Replies.class).received.keySet();
			await().untilAsserted(() -> assertThat(received).containsExactlyInAnyOrder("default", "a"));
			assertThat(status(context, "rtm")).isEqualTo(Status.UP);
			assertThat(status(context, "accounts", "a", "rtm")).isEqualTo(Status.UP);
			assertThat(status(context, "accounts", "b", "rtm")).isEqualTo(Status.DOWN);
			assertThat(status(context, "rest")).isEqualTo(Status.UP);
			assertThat(status(context, "accounts", "a", "rest")).isEqualTo(Status.UP);
			assertThat(status(context, "accounts", "b", "rest")).isEqualTo(Status.UNKNOWN);
		}
	}

	@Test
	void metersHaveTheAccountAsTag() {
		try (ConfigurableApplicationContext context = start(Replies.class, properties(DEFAULT, PLUGINS))) {
			awaitReady(context);
			this.server.emit("message:send", message("w", "session", 1));
			this.server.emit("message:send", message("w", "session", 1));
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			for (String account : List.of("default", "a", "b")) {
				for (String timer : List.of("crisp.event", "crisp.event.delay", "crisp.rest")) {
					await().until(() -> meters.find(timer).tag("crisp.account", account).timer() != null);
				}
				await().until(() -> meters.get("crisp.listener.duplicates")
					.tag("crisp.account", account)
					.functionCounter()
					.count() == 1);
				assertThat(meters.get("crisp.event.lost").tag("crisp.account", account).functionCounters()).hasSize(4);
				assertThat(meters.get("crisp.rtm.state")
					.tag("crisp.account", account)
					.tag("state", "Ready")
					.gauge()
					.value()).isEqualTo(1);
			}
		}
	}

	@Test
	void metersOfTheOnlyAccountHaveNoSuchTag() {
		try (ConfigurableApplicationContext context = start(Replies.class, DEFAULT)) {
			awaitState(context, "crispRtm", CrispRtmState.Ready.class);
			this.server.emit("message:send", message("w", "session", 1));
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			await().until(() -> meters.find("crisp.rest").timer() != null);
			assertThat(meters.getMeters())
				.allSatisfy((meter) -> assertThat(meter.getId().getTag("crisp.account")).isNull());
			assertThat(context.getBeanNamesForType(CrispRtm.class)).containsExactly("crispRtm");
		}
	}

	@Test
	void accountIsConnectedIfAListenerReceivesItsEvents() {
		try (ConfigurableApplicationContext context = start(OnlyA.class, properties(DEFAULT, PLUGINS))) {
			awaitState(context, "a#crispRtm", CrispRtmState.Ready.class);
			assertThat(context.getBean("crispRtm", CrispRtm.class).isRunning()).isFalse();
			assertThat(context.getBean("b#crispRtm", CrispRtm.class).isRunning()).isFalse();
			assertThat(context.getBean(OnlyA.class).rtm).isSameAs(context.getBean("a#crispRtm"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "crisp.accounts.a.webhook.secret=secret, 1", "crisp.accounts.a.rtm.enabled=false, 1",
			"crisp.rtm.enabled=false, 0", "crisp.accounts.a.rtm.recover=false, 2" })
	void accountIsConnectedUnlessItHasAWebhookOrItsConnectionIsDisabled(String property, int connections) {
		try (ConfigurableApplicationContext context = start(Replies.class, properties(PLUGINS, and(property)))) {
			assertThat(context.getBeansOfType(CrispRtm.class)).hasSize(connections);
		}
	}

	@Test
	void websiteTokenRequiresWebsiteOfItsAccount() {
		assertThatThrownBy(() -> start(Replies.class,
				new String[] { "crisp.accounts.b.identifier=b", "crisp.accounts.b.key=key",
						"crisp.accounts.b.tier=website" }))
			.rootCause()
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
					(ex) -> assertThat(ex.getName()).isEqualTo("crisp.accounts.b.website-id"));
	}

	@Test
	void eachConnectionHasALockOfItsOwn() {
		try (ConfigurableApplicationContext context = start(Replies.class, properties(DEFAULT, PLUGINS,
				and("crisp.replicas.single-connection=true", "spring.application.name=bot")), Locks.class)) {
			awaitReady(context);
			assertThat(context.getBean(Locks.class).names).containsExactlyInAnyOrder("crisp-rtm-bot", "crisp-rtm-bot-a",
					"crisp-rtm-bot-b");
		}
	}

	private ConfigurableApplicationContext start(Class<?> listener, String[] properties, Class<?>... sources) {
		return new SpringApplicationBuilder(Application.class, listener).sources(sources)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.reactor.netty.shutdown-quiet-period=10ms",
					"crisp.rest.base-url=" + crisp.baseUrl(), "crisp.rtm.url=" + this.server.url())
			.properties(urls(properties))
			.run(Stream.of(properties).map("--"::concat).toArray(String[]::new));
	}

	private String[] urls(String[] properties) {
		return List.of(properties).contains(PLUGINS[0]) ? new String[] {
				"crisp.accounts.a.rtm.url=" + this.server.url(), "crisp.accounts.b.rtm.url=" + this.server.url() }
				: new String[0];
	}

	private static String[] properties(String[]... sets) {
		return Stream.of(sets).flatMap(Stream::of).toArray(String[]::new);
	}

	private static String[] and(String... properties) {
		return properties;
	}

	private Set<String> authentications(int count) throws Exception {
		Set<String> names = new TreeSet<>();
		for (int i = 0; i < count; i++) {
			names.add(String.valueOf(this.server.awaitAuthentication().get("username")));
		}
		return names;
	}

	private static void awaitState(ConfigurableApplicationContext context, String name,
			Class<? extends CrispRtmState> state) {
		CrispRtm rtm = context.getBean(name, CrispRtm.class);
		await().until(() -> state.isInstance(rtm.state()));
	}

	private static void awaitReady(ConfigurableApplicationContext context) {
		Collection<CrispRtm> connections = context.getBeansOfType(CrispRtm.class).values();
		await().until(() -> connections.stream().allMatch((rtm) -> rtm.state() instanceof CrispRtmState.Ready));
	}

	private static Status status(ConfigurableApplicationContext context, String... path) {
		HealthContributor contributor = context.getBean("crispHealthContributor", HealthContributor.class);
		for (String name : path) {
			contributor = ((CompositeHealthContributor) contributor).getContributor(name);
		}
		return ((HealthIndicator) contributor).health().getStatus();
	}

	private static long threads(String name) {
		return Thread.getAllStackTraces().keySet().stream().filter((thread) -> thread.getName().equals(name)).count();
	}

	private static Map<String, Object> message(String websiteId, String sessionId, int fingerprint) {
		return Map.of("website_id", websiteId, "session_id", sessionId, "type", "text", "content", "Hi", "from", "user",
				"origin", "chat", "timestamp", System.currentTimeMillis(), "fingerprint", fingerprint);
	}

	private static List<LoggedRequest> calls() {
		return crisp.getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
	}

	private static String identifier(LoggedRequest call) {
		String credentials = call.getHeader("Authorization").substring("Basic ".length());
		return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8).split(":")[0];
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		SimpleMeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

	static class Replies {

		final Map<String, Set<Long>> received = new ConcurrentHashMap<>();

		@CrispListener
		void on(MessageSend message, CrispDelivery delivery, CrispConversation conversation) {
			conversation.reply("from " + delivery.account());
			this.received.computeIfAbsent(delivery.account(), (account) -> ConcurrentHashMap.newKeySet())
				.add(message.fingerprint());
		}

	}

	static class OnlyA {

		final CrispRtm rtm;

		OnlyA(@Qualifier("a") CrispRtm rtm) {
			this.rtm = rtm;
		}

		@CrispListener(accounts = "a")
		void on(MessageSend message) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Locks {

		final Collection<Object> names = new CopyOnWriteArrayList<>();

		@Bean
		LockRegistry<Lock> lockRegistry() {
			DefaultLockRegistry registry = new DefaultLockRegistry();
			return (key) -> {
				this.names.add(key);
				return registry.obtain(key);
			};
		}

	}

}
