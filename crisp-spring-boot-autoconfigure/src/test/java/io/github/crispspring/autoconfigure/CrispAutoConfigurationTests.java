package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.plugin.ReactivePluginConnectClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the conditions of the auto-configured beans.
 */
class CrispAutoConfigurationTests {

	private static final String[] CREDENTIALS = { "crisp.identifier=identifier", "crisp.key=key" };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class);

	private final WebApplicationContextRunner webContextRunner = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class);

	@Test
	void clientsRequireCredentials() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(CrispRest.class)
			.doesNotHaveBean(ReactiveCrispClient.class)
			.doesNotHaveBean(CrispRtm.class)
			.doesNotHaveBean(CrispWebhookReceiver.class));
	}

	@Test
	void resourceClientsResolveToTheirComposite() {
		this.contextRunner.withPropertyValues(CREDENTIALS).run((context) -> {
			assertThat(context).hasSingleBean(ReactiveWebsiteClient.class).hasSingleBean(ReactiveCrispClient.class);
			assertThat(context.getBean(ReactiveWebsiteConversationClient.class))
				.isSameAs(context.getBean(ReactiveWebsiteClient.class))
				.isSameAs(context.getBean(ReactiveCrispClient.class).website());
			assertThat(context.getBean(ReactivePluginConnectClient.class))
				.isSameAs(context.getBean(ReactiveCrispClient.class).plugin());
		});
	}

	@ParameterizedTest
	@CsvSource({ "crisp.identifier=identifier, crisp.key", "crisp.key=swordfish, crisp.identifier" })
	void incompleteCredentialsFailStartup(String given, String missing) {
		this.contextRunner.withPropertyValues(given).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(missing))
				.hasMessageNotContaining("swordfish");
		});
	}

	@Test
	void connectionDetailsReplaceProperties() {
		this.contextRunner.withUserConfiguration(Details.class)
			.withPropertyValues("crisp.rtm.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ReactiveCrispClient.class)
				.hasSingleBean(CrispConnectionDetails.class));
	}

	@Test
	void propertiesDefineConnectionDetails() {
		this.contextRunner.withPropertyValues(CREDENTIALS)
			.withPropertyValues("crisp.tier=website", "crisp.rest.base-url=http://localhost:1",
					"crisp.rest.connect-timeout=1s", "crisp.rtm.enabled=false")
			.run((context) -> {
				CrispConnectionDetails details = context.getBean(CrispConnectionDetails.class);
				assertThat(details.getCredentials().tier()).isEqualTo(CrispTier.WEBSITE);
				assertThat(details.getBaseUrl()).isEqualTo(URI.create("http://localhost:1"));
				CrispRestProperties properties = context.getBean(CrispRestProperties.class);
				assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
				assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(10));
			});
	}

	@Test
	void toStringContainsNoSecrets() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("crisp.identifier=identifier", "crisp.key=swordfish", "crisp.webhook.secrets=swordfish",
					"crisp.webhook.key=swordfish", "crisp.rest.headers.authorization=swordfish")
			.run((context) -> assertThat(context.getBean(CrispProperties.class) + ""
					+ context.getBean(CrispRestProperties.class) + context.getBean(CrispWebhookProperties.class))
				.doesNotContain("swordfish"));
	}

	@Test
	void autoConfigurationCanBeDisabled() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues("crisp.enabled=false", "crisp.webhook.secrets=secret")
			.run((context) -> assertThat(context.getBeanDefinitionNames()).filteredOn((name) -> !name.contains("Tests"))
				.filteredOn((name) -> name.toLowerCase(Locale.ROOT).contains("crisp"))
				.allMatch((name) -> name.contains("Jackson") || name.contains("Disabled") || name.contains("Ignored")));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void mapperOfApplicationWritesAndReadsEvents(boolean enabled) {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("crisp.enabled=" + enabled, "spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
					"spring.jackson.deserialization.fail-on-unknown-properties=true")
			.run((context) -> {
				JsonMapper mapper = context.getBean(JsonMapper.class);
				CrispEvent event = new CrispEventReader().read(SessionSetState.NAME, "w",
						CrispJson.mapper().createObjectNode().put("session_id", "s").put("state", "resolved"));
				assertThat(mapper.readValue(mapper.writeValueAsString(event), SessionSetState.class)).isEqualTo(event);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.webhook.secret=secret", "crisp.webhook.secrets=secret",
			"crisp.webhook.secrets[0]=secret", "crisp.webhook.key=key" })
	void secretOrKeyEnablesEndpointOnBothStacks(String property) {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(property)
			.run((context) -> assertThat(context).hasSingleBean(CrispWebhookReceiver.class));
		new ReactiveWebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(property)
			.run((context) -> assertThat(context).hasSingleBean(CrispWebhookReceiver.class));
	}

	@Test
	void endpointRequiresSecretOrKey() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("crisp.webhook.path=/hook")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CrispWebhookReceiver.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hook", "https://example.com/hook", "/hook/*", "/hook/{id}", "/hook?key=key", "/a b" })
	void invalidPathFailsStartup(String path) {
		assertStartIsStopped("crisp.webhook.path", "crisp.webhook.path=" + path);
	}

	@Test
	void retentionShorterThanReplayWindowFailsStartup() {
		assertStartIsStopped("crisp.listener.duplicates.retention", "crisp.listener.duplicates.retention=119m");
		assertStartIsStopped("crisp.listener.duplicates.retention", "crisp.webhook.timestamp-tolerance=13h");
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.listener.duplicates.retention=2h", "crisp.webhook.timestamp-tolerance=12h",
			"crisp.webhook.timestamp-tolerance=0" })
	void retentionOfReplayWindowIsAccepted(String property) {
		this.webContextRunner.withPropertyValues("crisp.webhook.secrets=secret", property)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void retentionIsNotCheckedWithOtherDeduplicatorOrWithoutSecrets() {
		this.webContextRunner.withBean(CrispEventDeduplicator.class, () -> (key) -> Mono.empty())
			.withPropertyValues("crisp.webhook.secrets=secret", "crisp.listener.duplicates.retention=1m")
			.run((context) -> assertThat(context).hasNotFailed());
		this.webContextRunner.withPropertyValues("crisp.webhook.key=key", "crisp.listener.duplicates.retention=1m")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private void assertStartIsStopped(String expected, String property) {
		this.webContextRunner.withPropertyValues("crisp.webhook.secrets=swordfish", property)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(expected))
				.hasMessageNotContaining("swordfish"));
	}

	@ParameterizedTest
	@ValueSource(classes = { WebMvcConfigurer.class, WebFluxConfigurer.class, SecurityFilterChain.class })
	void endpointRequiresOnlyItsOwnWebStack(Class<?> absent) {
		FilteredClassLoader classLoader = new FilteredClassLoader(absent);
		if (absent != WebMvcConfigurer.class) {
			this.webContextRunner.withClassLoader(classLoader)
				.withPropertyValues("crisp.webhook.secrets=secret")
				.run((context) -> assertThat(context).hasNotFailed().hasBean("crispWebhookHandlerMapping"));
		}
		if (absent != WebFluxConfigurer.class) {
			new ReactiveWebApplicationContextRunner().withUserConfiguration(Application.class)
				.withClassLoader(classLoader)
				.withPropertyValues("crisp.webhook.secrets=secret")
				.run((context) -> assertThat(context).hasNotFailed().hasBean("crispWebhookHandlerMapping"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "crisp.tier=plugin, true", "crisp.webhook.key=key, false", "crisp.webhook.secrets=secret, false",
			"crisp.rtm.enabled=false, false" })
	void realtimeConnectionIsEnabledUnlessWebhookIsConfigured(String property, boolean expected) {
		this.contextRunner.withPropertyValues(CREDENTIALS)
			.withPropertyValues(property)
			.run((context) -> assertThat(context.getBeansOfType(CrispRtm.class)).hasSize(expected ? 1 : 0));
	}

	@Test
	void realtimeConnectionCanBeEnabledInAdditionToWebhook() {
		this.contextRunner.withPropertyValues(CREDENTIALS)
			.withPropertyValues("crisp.webhook.key=key", "crisp.rtm.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(CrispRtm.class));
	}

	@Test
	void messageReceivedOverBothTransportsIsHandledOnce() {
		bothTransports().run((context) -> {
			assertHandled(context, MessageSend.NAME, 1);
			assertHandled(context, SessionSetState.NAME, 2);
		});
	}

	private WebApplicationContextRunner bothTransports() {
		return new WebApplicationContextRunner().withUserConfiguration(Application.class, Counter.class)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues("crisp.rest.base-url=http://localhost:1", "crisp.webhook.key=key",
					"crisp.rtm.enabled=true");
	}

	private static void assertHandled(AssertableWebApplicationContext context, String name, int times) {
		JsonNode data = CrispJson.mapper()
			.valueToTree(Map.of("website_id", "w", "session_id", "s", "state", "resolved", "fingerprint", 7));
		CrispEvent event = context.getBean(CrispEventReader.class).read(name, "w", data);
		CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
		CrispDelivery hook = new CrispDelivery(CrispDelivery.Transport.WEBHOOK, "hook", null, Instant.EPOCH, 1, null,
				data);
		for (int i = 0; i < 2; i++) {
			dispatcher.dispatch(event, hook).block(WaitLimit.DURATION);
		}
		dispatcher.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, data))
			.block(WaitLimit.DURATION);
		assertThat(context.getBean(Counter.class).counts.get(name)).hasValue(times);
	}

	@Test
	void realtimeConnectionRequiresListener() {
		this.contextRunner.withPropertyValues(CREDENTIALS)
			.run((context) -> assertThat(context.getBean(CrispRtm.class).isRunning()).isFalse());
	}

	@Test
	void contextStartsOfflineAndLeavesNoThreadsWhenClosed() {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		this.contextRunner.withUserConfiguration(Listener.class, OwnEventLoops.class)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues("crisp.rest.base-url=http://localhost:1")
			.run((context) -> assertThat(context.getBean(CrispRtm.class).isRunning()).isTrue());
		await().untilAsserted(() -> assertThat(threadsSince(before)).isEmpty());
	}

	@Test
	void listenersWorkWithoutWebClient() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(WebClient.class))
			.withPropertyValues(CREDENTIALS)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CrispEventDispatcher.class)
				.doesNotHaveBean(CrispRest.class));
	}

	@Test
	void clientsWorkWithoutReactorNetty() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(HttpClient.class))
			.withPropertyValues(CREDENTIALS)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ReactiveCrispClient.class)
				.doesNotHaveBean(CrispRtm.class));
	}

	/**
	 * Return the threads that a closed context has left. Schedulers of Reactor and the
	 * common pool belong to the JVM, other event loops to contexts of other tests.
	 */
	private static List<String> threadsSince(Set<Thread> before) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.isAlive() && !before.contains(thread))
			.map(Thread::getName)
			.filter((name) -> name.startsWith("task-") || name.startsWith("own-loop") || name.startsWith("crisp"))
			.collect(Collectors.toList());
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEventLoops {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory factory = new ReactorResourceFactory();
			factory.setUseGlobalResources(false);
			factory.setLoopResourcesSupplier(() -> LoopResources.create("own-loop"));
			factory.setShutdownQuietPeriod(Duration.ZERO);
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Details {

		@Bean
		CrispConnectionDetails connectionDetails() {
			return () -> new CrispCredentials("identifier", "key");
		}

	}

	static class Counter {

		final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

		@CrispListener
		void on(CrispEvent event) {
			this.counts.computeIfAbsent(event.name(), (name) -> new AtomicInteger()).incrementAndGet();
		}

	}

	static class Listener {

		@CrispListener
		void on(MessageSend message) {
		}

	}

}
