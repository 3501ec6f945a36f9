package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

import io.github.crispspring.rtm.CrispRtmLeadership;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.integration.support.locks.LockRegistry;

/**
 * Factory of what the instances of an application share. Each method requires only the
 * library of its own store.
 */
public final class CrispReplicas {

	private CrispReplicas() {
	}

	/**
	 * Share duplicates with one row per event in the table {@code CRISP_EVENT_CLAIM} of
	 * PostgreSQL, MySQL, MariaDB or H2. Times are those of the database.
	 * @param dataSource the database shared by the instances. Claims are transactions of
	 * their own, independent of those of the application
	 * @param settings the settings
	 * @return the deduplicator, which must be closed
	 */
	public static SharedCrispEventDeduplicator jdbcDeduplicator(DataSource dataSource,
			SharedCrispEventDeduplicator.Settings settings) {
		return new SharedCrispEventDeduplicator(new JdbcClaimStore(dataSource, settings, settings.responseLimit()),
				settings);
	}

	/**
	 * Share duplicates with one key per event in Redis or Redis Cluster.
	 * @param connectionFactory the connections to the Redis shared by the instances
	 * @param settings the settings
	 * @return the deduplicator, which must be closed
	 */
	public static SharedCrispEventDeduplicator redisDeduplicator(ReactiveRedisConnectionFactory connectionFactory,
			SharedCrispEventDeduplicator.Settings settings) {
		return new SharedCrispEventDeduplicator(new RedisClaimStore(connectionFactory, settings), settings);
	}

	/**
	 * Hold the realtime connection on the instance that has a lock. The lock is released
	 * after the connection is closed. If the lock cannot be renewed, for example because
	 * its store is unavailable, the connection is closed before the lease expires and
	 * another instance can acquire it.
	 * @param locks the registry of the lock
	 * @param name the name of the lock, which all instances share
	 * @param lease the time that the lock is held after its last renewal, if the locks of
	 * the registry support it; otherwise the registry determines it
	 * @param clock the clock to determine when another instance led
	 * @return the leadership, which must be closed
	 */
	public static CrispRtmLeadership leadership(LockRegistry<?> locks, String name, Duration lease, Clock clock) {
		return new LockRegistryLeadership(locks, name, lease, clock);
	}

}
