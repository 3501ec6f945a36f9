package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * {@link ClaimStore} with one key per event, which expires. Each operation accesses a
 * single key, as Redis Cluster requires.
 */
final class RedisClaimStore implements ClaimStore {

	private static final String PREFIX = "crisp:event:";

	private static final String HANDLED = "handled";

	private static final int CONCURRENT_RENEWALS = 64;

	private static final int ATTEMPTS = 5;

	private static final RedisScript<Boolean> RENEW = RedisScript.of("""
			if redis.call('GET', KEYS[1]) == ARGV[1] then
				return redis.call('PEXPIRE', KEYS[1], ARGV[2])
			end
			return 0
			""", Boolean.class);

	/**
	 * A claim that has expired is remembered as well, but reported.
	 */
	private static final RedisScript<Boolean> COMPLETE = RedisScript.of("""
			local current = redis.call('GET', KEYS[1])
			if not current or current == ARGV[1] then
				redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[2])
			end
			return (current == ARGV[1] or current == ARGV[3]) and 1 or 0
			""", Boolean.class);

	private static final RedisScript<Boolean> RELEASE = RedisScript.of("""
			if redis.call('GET', KEYS[1]) == ARGV[1] then
				return redis.call('DEL', KEYS[1])
			end
			return 0
			""", Boolean.class);

	private final ReactiveStringRedisTemplate redis;

	private final Duration lease;

	private final String retentionMillis;

	/**
	 * Create a store.
	 * @param connectionFactory the connections to Redis or Redis Cluster
	 * @param settings the limits
	 */
	RedisClaimStore(ReactiveRedisConnectionFactory connectionFactory, SharedCrispEventDeduplicator.Settings settings) {
		this.redis = new ReactiveStringRedisTemplate(connectionFactory);
		this.lease = settings.lease();
		this.retentionMillis = Long.toString(settings.retention().toMillis());
	}

	@Override
	public Mono<Outcome> claim(ClaimKey key) {
		String name = PREFIX + key.event();
		return this.redis.opsForValue()
			.setIfAbsent(name, key.token(), this.lease)
			.flatMap((claimed) -> claimed ? Mono.just(Outcome.CLAIMED)
					: this.redis.opsForValue().get(name).map((value) -> outcome(value, key)))
			// The key has expired between both calls
			.repeatWhenEmpty(ATTEMPTS, (attempts) -> attempts);
	}

	private Outcome outcome(String value, ClaimKey key) {
		if (value.equals(key.token())) {
			return Outcome.CLAIMED;
		}
		return value.equals(HANDLED) ? Outcome.HANDLED : Outcome.HELD;
	}

	@Override
	public Mono<List<Boolean>> renew(List<ClaimKey> keys) {
		String lease = Long.toString(this.lease.toMillis());
		return Flux.fromIterable(keys)
			.flatMapSequential((key) -> execute(RENEW, key, key.token(), lease), CONCURRENT_RENEWALS)
			.collectList();
	}

	@Override
	public Mono<Boolean> complete(ClaimKey key) {
		return execute(COMPLETE, key, key.token(), this.retentionMillis, HANDLED);
	}

	@Override
	public Mono<Void> release(ClaimKey key) {
		return execute(RELEASE, key, key.token()).then();
	}

	private Mono<Boolean> execute(RedisScript<Boolean> script, ClaimKey key, String... arguments) {
		return this.redis.execute(script, List.of(PREFIX + key.event()), List.of(arguments)).next();
	}

	/**
	 * Redis removes expired keys.
	 */
	@Override
	public Mono<Void> removeExpired() {
		return Mono.empty();
	}

	@Override
	public Mono<Void> probe() {
		return this.redis.hasKey(PREFIX).then();
	}

	@Override
	public void close() {
		// The connections belong to the application
	}

}
