package io.github.crispspring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for applications that run as several instances.
 *
 * @param group Name shared by the instances of this application only. By default,
 * 'spring.application.name'.
 * @param singleConnection Whether only one instance holds the realtime connection.
 * Requires a LockRegistry of Spring Integration.
 * @param connectionLease Time after which another instance connects if the connected
 * instance crashes.
 * @param sharedDuplicates Store with which the instances share the detection of
 * duplicates. By default, each instance detects duplicates on its own.
 * @param eventLease Time after which another instance handles an event if the instance
 * that handles it crashes.
 */
@ConfigurationProperties("crisp.replicas")
record CrispReplicasProperties(@Nullable String group, @DefaultValue("false") boolean singleConnection,
		@DefaultValue("10s") Duration connectionLease, @Nullable SharedDuplicates sharedDuplicates,
		@DefaultValue("30s") Duration eventLease) {

	/**
	 * A shorter lease could expire during a pause of the garbage collector.
	 */
	private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

	/**
	 * Trim the group and check the leases.
	 */
	CrispReplicasProperties {
		group = PropertyChecks.trim(group);
		PropertyChecks.between("crisp.replicas.connection-lease", connectionLease, SHORTEST_LEASE,
				PropertyChecks.LONGEST_DELAY);
		PropertyChecks.between("crisp.replicas.event-lease", eventLease, SHORTEST_LEASE, PropertyChecks.LONGEST_DELAY);
	}

	/**
	 * Stores of duplicates.
	 */
	enum SharedDuplicates {

		/**
		 * Database table, accessed with a DataSource.
		 */
		JDBC,

		/**
		 * Redis or Redis Cluster, accessed with Lettuce.
		 */
		REDIS

	}

}
