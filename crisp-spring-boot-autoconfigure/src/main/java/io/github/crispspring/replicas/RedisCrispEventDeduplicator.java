package io.github.crispspring.replicas;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

/**
 * {@link SharedCrispEventDeduplicator} with one key per event in Redis or Redis Cluster.
 */
public final class RedisCrispEventDeduplicator extends SharedCrispEventDeduplicator {

	/**
	 * Create an instance.
	 * @param connectionFactory the connections to the Redis shared by the instances
	 * @param settings the settings
	 */
	public RedisCrispEventDeduplicator(ReactiveRedisConnectionFactory connectionFactory, Settings settings) {
		super(new RedisClaimStore(connectionFactory, settings), settings);
	}

}
