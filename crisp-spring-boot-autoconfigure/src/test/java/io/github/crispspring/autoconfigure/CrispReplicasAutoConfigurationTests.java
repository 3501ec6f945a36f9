package io.github.crispspring.autoconfigure;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;

import javax.sql.DataSource;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.replicas.SharedCrispEventDeduplicator;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TestRtmServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CrispReplicasAutoConfiguration}.
 */
class CrispReplicasAutoConfigurationTests {

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:1",
				"crisp.rtm.url=ws://localhost:1", "spring.application.name=bot",
				"spring.autoconfigure.exclude=" + DataSourceAutoConfiguration.class.getName());

	private final ApplicationContextRunner contextRunner = this.bare
		.withBean(LockRegistry.class, DefaultLockRegistry::new)
		.withBean("dataSource", DataSource.class, CrispReplicasAutoConfigurationTests::database)
		.withBean(ReactiveRedisConnectionFactory.class, () -> mock(ReactiveRedisConnectionFactory.class));

	@Test
	void nothingIsSharedByDefault() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(CrispRtmLeadership.class)
			.getBean(CrispEventDeduplicator.class)
			.isInstanceOf(InMemoryCrispEventDeduplicator.class));
	}

	@Test
	void connectionIsSharedIfEnabled() {
		this.contextRunner.withPropertyValues("crisp.replicas.single-connection=true")
			.run((context) -> assertThat(context).hasSingleBean(CrispRtmLeadership.class));
	}

	@ParameterizedTest
	@CsvSource({ "jdbc,JdbcClaimStore", "redis,RedisClaimStore" })
	void duplicatesAreSharedIfEnabled(String store, String type) {
		this.contextRunner.withPropertyValues("crisp.replicas.shared-duplicates=" + store)
			.run((context) -> assertThat(context.getBean(CrispEventDeduplicator.class))
				.isInstanceOf(SharedCrispEventDeduplicator.class)
				.extracting("store")
				.extracting((used) -> used.getClass().getSimpleName())
				.isEqualTo(type));
	}

	@Test
	void tableIsCreatedInEmbeddedDatabase() {
		this.contextRunner.withPropertyValues("crisp.replicas.shared-duplicates=jdbc")
			.run((context) -> assertThat(claims(context.getBean(DataSource.class))).isZero());
	}

	@Test
	void tableIsNotCreatedIfDisabled() {
		this.contextRunner
			.withPropertyValues("crisp.replicas.shared-duplicates=jdbc", "crisp.replicas.jdbc.initialize-schema=never")
			.run((context) -> assertThatExceptionOfType(BadSqlGrammarException.class)
				.isThrownBy(() -> claims(context.getBean(DataSource.class))));
	}

	@Test
	void annotatedDataSourceIsPreferred() {
		this.contextRunner.withUserConfiguration(SecondDataSource.class)
			.withPropertyValues("crisp.replicas.shared-duplicates=jdbc")
			.run((context) -> {
				assertThat(claims(context.getBean("second", DataSource.class))).isZero();
				assertThatExceptionOfType(BadSqlGrammarException.class)
					.isThrownBy(() -> claims(context.getBean("dataSource", DataSource.class)));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc", "redis" })
	void deduplicatorOfApplicationReplacesDefault(String store) {
		this.bare.withBean("own", CrispEventDeduplicator.class, () -> (key) -> Mono.empty())
			.withPropertyValues("crisp.replicas.shared-duplicates=" + store)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(CrispEventDeduplicator.class)
				.isSameAs(context.getBean("own")));
	}

	@Test
	void stateOfStoreIsMeasured() {
		this.contextRunner.withBean(SimpleMeterRegistry.class)
			.withPropertyValues("crisp.replicas.shared-duplicates=jdbc")
			.run((context) -> {
				MeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
				context.getBeansOfType(MeterBinder.class).values().forEach((binder) -> binder.bindTo(registry));
				assertThat(registry.get("crisp.replicas.store.available").gauge().value()).isOne();
				assertThat(registry.get("crisp.replicas.claims.expired").functionCounter().count()).isZero();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.replicas.single-connection=true", "crisp.replicas.shared-duplicates=jdbc",
			"crisp.replicas.shared-duplicates=redis" })
	void sharingRequiresStore(String property) {
		assertStartFails(this.bare, property.split("=")[0], property);
	}

	@ParameterizedTest
	@CsvSource({ "crisp.replicas.single-connection=true,org.springframework.integration",
			"crisp.replicas.shared-duplicates=jdbc,org.springframework.jdbc",
			"crisp.replicas.shared-duplicates=redis,org.springframework.data.redis" })
	void sharingRequiresLibrary(String property, String library) {
		assertStartFails(this.bare.withClassLoader(new FilteredClassLoader(library)), property.split("=")[0], property);
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.replicas.single-connection=true", "crisp.replicas.shared-duplicates=jdbc",
			"crisp.replicas.shared-duplicates=redis" })
	void sharingRequiresSingleCandidate(String property) {
		assertStartFails(this.contextRunner.withBean("anotherRegistry", LockRegistry.class, DefaultLockRegistry::new)
			.withBean("anotherDatabase", DataSource.class, CrispReplicasAutoConfigurationTests::database)
			.withBean("anotherRedis", ReactiveRedisConnectionFactory.class,
					() -> mock(ReactiveRedisConnectionFactory.class)),
				property.split("=")[0], property);
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.replicas.single-connection=true", "crisp.replicas.shared-duplicates=jdbc",
			"crisp.replicas.shared-duplicates=redis" })
	void sharingRequiresGroup(String property) {
		assertStartFails(this.contextRunner.withPropertyValues("spring.application.name="), "crisp.replicas.group",
				property);
	}

	@ParameterizedTest
	@CsvSource({ "crisp.replicas.connection-lease,crisp.replicas.single-connection=true",
			"crisp.replicas.event-lease,crisp.replicas.shared-duplicates=jdbc" })
	void leaseMustBeAtLeastOneSecond(String lease, String property) {
		assertStartFails(this.contextRunner, lease, property, lease + "=999ms");
	}

	@Test
	void recoveryByOtherInstanceRequiresSharedDuplicates() {
		assertStartFails(this.contextRunner, "crisp.rtm.recover", "crisp.replicas.single-connection=true",
				"crisp.rtm.recover=true");
		this.contextRunner
			.withPropertyValues("crisp.replicas.single-connection=true", "crisp.rtm.recover=true",
					"crisp.replicas.shared-duplicates=jdbc")
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
		DataSource database = database();
		try (TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));
				ConfigurableApplicationContext first = run(server, locks, database)) {
			assertThat(server.awaitAuthentication()).isNotNull();
			try (ConfigurableApplicationContext second = run(server, locks, database)) {
				assertThat(second.getBean(CrispRtm.class).state()).isInstanceOf(CrispRtmState.Standby.class);
				first.getBean(CrispRtm.class).stop();
				assertThat(server.awaitAuthentication()).isNotNull();
				await().until(() -> second.getBean(CrispRtm.class).state() instanceof CrispRtmState.Ready);
			}
		}
	}

	private ConfigurableApplicationContext run(TestRtmServer server, LockRegistry<Lock> locks, DataSource database) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).initializers((context) -> {
			context.getBeanFactory().registerSingleton("locks", locks);
			context.getBeanFactory().registerSingleton("dataSource", database);
		})
			.properties("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.url=" + server.url(),
					"spring.application.name=bot", "crisp.replicas.single-connection=true",
					"crisp.replicas.shared-duplicates=jdbc", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=10ms")
			.run();
	}

	private static DataSource database() {
		return new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
	}

	private static int claims(DataSource database) {
		return new JdbcTemplate(database).queryForObject("SELECT COUNT(*) FROM CRISP_EVENT_CLAIM", Integer.class);
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

	@Configuration(proxyBeanMethods = false)
	static class SecondDataSource {

		@Bean(defaultCandidate = false)
		@CrispDataSource
		DataSource second() {
			return database();
		}

	}

}
