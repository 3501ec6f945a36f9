package io.github.crispspring.autoconfigure;

import java.time.Clock;

import io.github.crispspring.client.website.conversation.CrispHandoverStore;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.replicas.LockRegistryLeadership;
import io.github.crispspring.replicas.SharedCrispDuplicates;
import io.github.crispspring.replicas.SharedCrispHandovers;
import io.github.crispspring.rtm.CrispRtmLeadership;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for applications that run as several
 * instances, based on the locks and metadata stores of Spring Integration.
 */
@AutoConfiguration(after = CrispAutoConfiguration.class,
		before = { CrispListenerAutoConfiguration.class, CrispRtmAutoConfiguration.class })
@ConditionalOnClass({ LockRegistryLeaderInitiator.class, ConcurrentMetadataStore.class, CrispRtmLeadership.class })
@ConditionalOnCrispEnabled
@EnableConfigurationProperties({ CrispListenerProperties.class, CrispReplicasProperties.class })
public final class CrispReplicasAutoConfiguration {

	@Bean
	@ConditionalOnBooleanProperty("crisp.replicas.single-connection")
	@ConditionalOnSingleCandidate(LockRegistry.class)
	@ConditionalOnMissingBean(CrispRtmLeadership.class)
	LockRegistryLeadership crispRtmLeadership(LockRegistry<?> lockRegistry, CrispReplicasProperties replicasProperties,
			Environment environment) {
		return new LockRegistryLeadership(lockRegistry, "crisp-rtm-" + group(replicasProperties, environment),
				replicasProperties.connectionLease(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnBooleanProperty("crisp.replicas.shared-duplicates")
	@ConditionalOnSingleCandidate(ConcurrentMetadataStore.class)
	@ConditionalOnMissingBean(CrispEventDeduplicator.class)
	SharedCrispDuplicates crispEventDeduplicator(ConcurrentMetadataStore metadataStore,
			CrispListenerProperties listenerProperties, CrispReplicasProperties replicasProperties,
			Environment environment) {
		CrispListenerProperties.Duplicates duplicates = listenerProperties.duplicates();
		if (duplicates.capacity() > SharedCrispDuplicates.MAX_CAPACITY) {
			throw new InvalidConfigurationPropertyValueException("crisp.listener.duplicates.capacity",
					duplicates.capacity(), "Must be at most %d if 'crisp.replicas.shared-duplicates' is 'true'."
						.formatted(SharedCrispDuplicates.MAX_CAPACITY));
		}
		SharedCrispDuplicates.Settings settings = new SharedCrispDuplicates.Settings(
				group(replicasProperties, environment), duplicates.capacity(), duplicates.retention(),
				replicasProperties.eventLease());
		return new SharedCrispDuplicates(metadataStore, settings, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnBooleanProperty("crisp.replicas.shared-handovers")
	@ConditionalOnSingleCandidate(ConcurrentMetadataStore.class)
	@ConditionalOnMissingBean(CrispHandoverStore.class)
	SharedCrispHandovers crispHandoverStore(ConcurrentMetadataStore metadataStore,
			CrispReplicasProperties replicasProperties, Environment environment) {
		return new SharedCrispHandovers(metadataStore, group(replicasProperties, environment));
	}

	private String group(CrispReplicasProperties replicasProperties, Environment environment) {
		String group = replicasProperties.group();
		group = StringUtils.hasText(group) ? group : environment.getProperty("spring.application.name");
		if (!StringUtils.hasText(group)) {
			throw new InvalidConfigurationPropertyValueException("crisp.replicas.group", group,
					"Required to distinguish the instances of this application from other applications that use the same locks and stores. Set it or 'spring.application.name'.");
		}
		return group;
	}

}
