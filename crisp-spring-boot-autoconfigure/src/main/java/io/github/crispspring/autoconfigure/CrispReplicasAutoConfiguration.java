package io.github.crispspring.autoconfigure;

import java.time.Clock;

import javax.sql.DataSource;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.replicas.CrispReplicas;
import io.github.crispspring.replicas.SharedCrispEventDeduplicator;
import io.github.crispspring.rtm.CrispRtmLeadership;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PropertiesBasedDataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for applications that run as several
 * instances: one realtime connection, based on the locks of Spring Integration, and
 * duplicates shared in a database or Redis.
 */
@AutoConfiguration(after = CrispAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration" },
		before = { CrispListenerAutoConfiguration.class, CrispRtmAutoConfiguration.class })
@ConditionalOnCrispEnabled
@Conditional(OnCrispReplicasCondition.class)
@EnableConfigurationProperties({ CrispListenerProperties.class, CrispReplicasProperties.class })
public final class CrispReplicasAutoConfiguration {

	private static final String SHARED_DUPLICATES = "crisp.replicas.shared-duplicates";

	private static String group(CrispReplicasProperties replicasProperties, Environment environment) {
		String group = replicasProperties.group();
		group = StringUtils.hasText(group) ? group : environment.getProperty("spring.application.name");
		if (!StringUtils.hasText(group)) {
			throw new InvalidConfigurationPropertyValueException("crisp.replicas.group", group,
					"Required to distinguish the instances of this application from other applications that use the same locks and stores. Set it or 'spring.application.name'.");
		}
		return group;
	}

	private static SharedCrispEventDeduplicator.Settings settings(CrispListenerProperties listenerProperties,
			CrispReplicasProperties replicasProperties, Environment environment) {
		return new SharedCrispEventDeduplicator.Settings(group(replicasProperties, environment),
				listenerProperties.duplicates().retention(), replicasProperties.eventLease());
	}

	/**
	 * Holds the realtime connection on one instance.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ LockRegistryLeaderInitiator.class, CrispRtmLeadership.class })
	@ConditionalOnBooleanProperty("crisp.replicas.single-connection")
	static class LeadershipConfiguration {

		@Bean
		@ConditionalOnSingleCandidate(LockRegistry.class)
		@ConditionalOnMissingBean
		CrispRtmLeadership crispRtmLeadership(LockRegistry<?> lockRegistry, CrispReplicasProperties replicasProperties,
				Environment environment) {
			return CrispReplicas.leadership(lockRegistry, "crisp-rtm-" + group(replicasProperties, environment),
					replicasProperties.connectionLease(), Clock.systemUTC());
		}

	}

	/**
	 * Shares duplicates in a database.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
	@ConditionalOnProperty(name = SHARED_DUPLICATES, havingValue = "jdbc")
	@ConditionalOnMissingBean(CrispEventDeduplicator.class)
	@EnableConfigurationProperties(CrispReplicasJdbcProperties.class)
	@Import(DatabaseInitializationDependencyConfigurer.class)
	static class JdbcConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "crispDataSourceScriptDatabaseInitializer")
		PropertiesBasedDataSourceScriptDatabaseInitializer<CrispReplicasJdbcProperties> crispDataSourceScriptDatabaseInitializer(
				ObjectProvider<DataSource> candidates, @CrispDataSource ObjectProvider<DataSource> annotated,
				CrispReplicasJdbcProperties jdbcProperties) {
			return new PropertiesBasedDataSourceScriptDatabaseInitializer<>(dataSource(candidates, annotated),
					jdbcProperties);
		}

		@Bean
		@ConditionalOnMissingBean(CrispEventDeduplicator.class)
		@DependsOnDatabaseInitialization
		SharedCrispEventDeduplicator crispEventDeduplicator(ObjectProvider<DataSource> candidates,
				@CrispDataSource ObjectProvider<DataSource> annotated, CrispListenerProperties listenerProperties,
				CrispReplicasProperties replicasProperties, Environment environment) {
			return CrispReplicas.jdbcDeduplicator(dataSource(candidates, annotated),
					settings(listenerProperties, replicasProperties, environment));
		}

		private static DataSource dataSource(ObjectProvider<DataSource> candidates,
				ObjectProvider<DataSource> annotated) {
			// Parameters with the name of a bean would select that bean among several
			DataSource candidate = annotated.getIfAvailable(candidates::getIfUnique);
			if (candidate == null) {
				throw new InvalidConfigurationPropertyValueException(SHARED_DUPLICATES, "jdbc",
						"Requires a single or primary bean of type DataSource, or one that is annotated with @CrispDataSource. Configure 'spring.datasource.url', or remove the property.");
			}
			return candidate;
		}

	}

	/**
	 * Shares duplicates in Redis.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ReactiveRedisConnectionFactory.class)
	@ConditionalOnProperty(name = SHARED_DUPLICATES, havingValue = "redis")
	static class RedisConfiguration {

		@Bean
		@ConditionalOnMissingBean(CrispEventDeduplicator.class)
		SharedCrispEventDeduplicator crispEventDeduplicator(ObjectProvider<ReactiveRedisConnectionFactory> candidates,
				CrispListenerProperties listenerProperties, CrispReplicasProperties replicasProperties,
				Environment environment) {
			ReactiveRedisConnectionFactory candidate = candidates.getIfUnique();
			if (candidate == null) {
				throw new InvalidConfigurationPropertyValueException(SHARED_DUPLICATES, "redis",
						"Requires a single or primary bean of type ReactiveRedisConnectionFactory. Add 'spring-boot-starter-data-redis' with Lettuce, or remove the property.");
			}
			return CrispReplicas.redisDeduplicator(candidate,
					settings(listenerProperties, replicasProperties, environment));
		}

	}

}
