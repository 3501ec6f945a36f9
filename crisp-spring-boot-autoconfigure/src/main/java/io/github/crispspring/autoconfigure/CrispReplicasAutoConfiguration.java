package io.github.crispspring.autoconfigure;

import java.time.Clock;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.replicas.LockRegistryLeadership;
import io.github.crispspring.replicas.SharedCrispDuplicates;
import io.github.crispspring.rtm.CrispRtmLeadership;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for several instances of an
 * application, by means of Spring Integration's locks and metadata stores.
 */
@AutoConfiguration(after = CrispAutoConfiguration.class,
		before = { CrispListenerAutoConfiguration.class, CrispRtmAutoConfiguration.class })
@ConditionalOnClass({ LockRegistryLeaderInitiator.class, ConcurrentMetadataStore.class, CrispRtmLeadership.class })
@ConditionalOnBean(CrispReplicasProperties.class)
public final class CrispReplicasAutoConfiguration {

	@Bean
	@ConditionalOnBooleanProperty("crisp.replicas.single-connection")
	@ConditionalOnSingleCandidate(LockRegistry.class)
	@ConditionalOnMissingBean(CrispRtmLeadership.class)
	LockRegistryLeadership crispRtmLeadership(LockRegistry<?> locks, CrispReplicasProperties properties,
			Environment environment) {
		return new LockRegistryLeadership(locks, "crisp-rtm-" + group(properties, environment),
				properties.connectionLease(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnBooleanProperty("crisp.replicas.shared-duplicates")
	@ConditionalOnSingleCandidate(ConcurrentMetadataStore.class)
	@ConditionalOnMissingBean(CrispEventDeduplicator.class)
	SharedCrispDuplicates crispEventDeduplicator(ConcurrentMetadataStore store, CrispProperties listenerProperties,
			CrispReplicasProperties properties, Environment environment) {
		CrispProperties.Listener.Duplicates duplicates = listenerProperties.listener().duplicates();
		if (duplicates.capacity() > SharedCrispDuplicates.MAX_CAPACITY) {
			throw new InvalidConfigurationPropertyValueException("crisp.listener.duplicates.capacity",
					duplicates.capacity(),
					"Instances can share at most %d events.".formatted(SharedCrispDuplicates.MAX_CAPACITY));
		}
		SharedCrispDuplicates.Settings settings = new SharedCrispDuplicates.Settings(group(properties, environment),
				duplicates.capacity(), duplicates.retention(), properties.eventLease());
		return new SharedCrispDuplicates(store, settings, Clock.systemUTC());
	}

	private String group(CrispReplicasProperties properties, Environment environment) {
		String group = properties.group();
		group = StringUtils.hasText(group) ? group : environment.getProperty("spring.application.name");
		if (!StringUtils.hasText(group)) {
			throw new InvalidConfigurationPropertyValueException("crisp.replicas.group", group,
					"Instances know each other by it, and other applications that use the same locks and stores have another one. Set it or 'spring.application.name'.");
		}
		return group;
	}

}
