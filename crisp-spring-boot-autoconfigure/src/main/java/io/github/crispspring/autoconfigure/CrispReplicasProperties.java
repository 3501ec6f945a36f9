package io.github.crispspring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for several instances of an application.
 *
 * @param group Name that the instances have in common, and nobody else. By default,
 * 'spring.application.name'.
 * @param singleConnection Whether only one of the instances holds the realtime
 * connection. It needs a LockRegistry of Spring Integration.
 * @param connectionLease Time after which another instance connects when the one that is
 * connected has died.
 * @param sharedDuplicates Whether the instances remember together which events were
 * handled. It needs a ConcurrentMetadataStore of Spring Integration.
 * @param eventLease Time after which another instance handles an event when the one that
 * has begun to has died.
 */
@ConfigurationProperties("crisp.replicas")
public record CrispReplicasProperties(@Nullable String group, @DefaultValue("false") boolean singleConnection,
		@DefaultValue("10s") Duration connectionLease, @DefaultValue("false") boolean sharedDuplicates,
		@DefaultValue("30s") Duration eventLease) {

	/**
	 * A shorter lease would be lost during a pause of the garbage collector.
	 */
	private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

	/**
	 * Trim the group and check the leases.
	 */
	public CrispReplicasProperties {
		group = PropertyChecks.trim(group);
		PropertyChecks.between("crisp.replicas.connection-lease", connectionLease, SHORTEST_LEASE,
				PropertyChecks.LONGEST_DELAY);
		PropertyChecks.between("crisp.replicas.event-lease", eventLease, SHORTEST_LEASE, PropertyChecks.LONGEST_DELAY);
	}

}
