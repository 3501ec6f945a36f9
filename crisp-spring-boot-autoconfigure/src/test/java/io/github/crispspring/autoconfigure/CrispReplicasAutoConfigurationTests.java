package io.github.crispspring.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.replicas.LockRegistryLeadership;
import io.github.crispspring.replicas.SharedCrispDuplicates;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TestRtmServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CrispReplicasAutoConfiguration}.
 */
class CrispReplicasAutoConfigurationTests {

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:1",
				"crisp.rtm.url=ws://localhost:1", "spring.application.name=bot");

	private final ApplicationContextRunner contextRunner = this.bare
		.withBean(LockRegistry.class, DefaultLockRegistry::new)
		.withBean(ConcurrentMetadataStore.class, SimpleMetadataStore::new);

	@Test
	void nothingIsSharedByDefault() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(CrispRtmLeadership.class)
			.getBean(CrispEventDeduplicator.class)
			.isInstanceOf(InMemoryCrispEventDeduplicator.class));
	}

	@Test
	void connectionAndDuplicatesAreSharedIfEnabled() {
		this.contextRunner
			.withPropertyValues("crisp.replicas.single-connection=true", "crisp.replicas.shared-duplicates=true")
			.run((context) -> assertThat(context).hasSingleBean(LockRegistryLeadership.class)
				.hasSingleBean(CrispEventDeduplicator.class)
				.hasSingleBean(SharedCrispDuplicates.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.replicas.single-connection", "crisp.replicas.shared-duplicates",
			"crisp.replicas.shared-handovers" })
	void sharingRequiresLockRegistryOrMetadataStore(String property) {
		assertStartFails(this.bare, property, property + "=true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.replicas.single-connection", "crisp.replicas.shared-duplicates",
			"crisp.replicas.shared-handovers" })
	void sharingRequiresSpringIntegration(String property) {
		assertStartFails(this.bare.withClassLoader(new FilteredClassLoader("org.springframework.integration")),
				property, property + "=true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.replicas.single-connection", "crisp.replicas.shared-duplicates",
			"crisp.replicas.shared-handovers" })
	void sharingRequiresSingleCandidate(String property) {
		assertStartFails(
				this.contextRunner.withBean("anotherRegistry", LockRegistry.class, DefaultLockRegistry::new)
					.withBean("anotherStore", ConcurrentMetadataStore.class, SimpleMetadataStore::new),
				property, property + "=true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.replicas.single-connection", "crisp.replicas.shared-duplicates",
			"crisp.replicas.shared-handovers" })
	void sharingRequiresGroup(String property) {
		assertStartFails(this.contextRunner.withPropertyValues("spring.application.name="), "crisp.replicas.group",
				property + "=true");
	}

	@ParameterizedTest
	@CsvSource({ "crisp.replicas.connection-lease,crisp.replicas.single-connection",
			"crisp.replicas.event-lease,crisp.replicas.shared-duplicates" })
	void leaseMustBeAtLeastOneSecond(String lease, String property) {
		assertStartFails(this.contextRunner, lease, property + "=true", lease + "=999ms");
	}

	@Test
	void capacityBeyondSharedMaximumFailsStartup() {
		assertStartFails(this.contextRunner, "crisp.listener.duplicates.capacity",
				"crisp.replicas.shared-duplicates=true", "crisp.listener.duplicates.capacity=1000000");
	}

	@Test
	void recoveryByOtherInstanceRequiresSharedDuplicates() {
		assertStartFails(this.contextRunner, "crisp.rtm.recover", "crisp.replicas.single-connection=true",
				"crisp.rtm.recover=true");
		this.contextRunner
			.withPropertyValues("crisp.replicas.single-connection=true", "crisp.rtm.recover=true",
					"crisp.replicas.shared-duplicates=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void leadershipOfApplicationReplacesDefault() {
		this.bare.withBean(CrispRtmLeadership.class, () -> (connection) -> Mono.never())
			.run((context) -> assertThat(context.getBean(CrispRtm.class).state())
				.isInstanceOf(CrispRtmState.Standby.class));
	}

	@Test
	void secondInstanceConnectsWhenFirstStops() throws Exception {
		DefaultLockRegistry locks = new DefaultLockRegistry();
		ConcurrentMap<String, String> values = new ConcurrentHashMap<>();
		try (TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));
				ConfigurableApplicationContext first = run(server, locks, values)) {
			assertThat(server.awaitAuthentication()).isNotNull();
			try (ConfigurableApplicationContext second = run(server, locks, values)) {
				assertThat(second.getBean(CrispRtm.class).state()).isInstanceOf(CrispRtmState.Standby.class);
				first.getBean(CrispRtm.class).stop();
				assertThat(server.awaitAuthentication()).isNotNull();
				await().until(() -> second.getBean(CrispRtm.class).state() instanceof CrispRtmState.Ready);
			}
		}
	}

	private ConfigurableApplicationContext run(TestRtmServer server, LockRegistry<Lock> locks,
			ConcurrentMap<String, String> values) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).initializers((context) -> {
			context.getBeanFactory().registerSingleton("locks", locks);
			context.getBeanFactory().registerSingleton("store", new SimpleMetadataStore(values));
		})
			.properties("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.url=" + server.url(),
					"spring.application.name=bot", "crisp.replicas.single-connection=true",
					"crisp.replicas.shared-duplicates=true", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=10ms")
			.run();
	}

	private static void assertStartFails(ApplicationContextRunner runner, String name, String... properties) {
		runner.withPropertyValues(properties)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(name)));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@CrispListener
		void on(MessageSend message) {
		}

	}

}
