package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.crispspring.replicas.ClaimStore.Outcome;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for each {@link ClaimStore} with its servers.
 */
@Tag("cluster")
class ClaimStoreTests {

	private static final Duration LEASE = Duration.ofSeconds(1);

	private static final Duration RETENTION = Duration.ofHours(1);

	private final String group = UUID.randomUUID().toString();

	private final List<ClaimStore> stores = new ArrayList<>();

	private ConfigurableApplicationContext context;

	private Duration retention = RETENTION;

	private Duration lease = Duration.ofMinutes(1);

	@AfterEach
	void close() {
		this.stores.forEach(ClaimStore::close);
		if (this.context != null) {
			this.context.close();
		}
	}

	@ParameterizedTest
	@EnumSource
	void eventIsClaimedByOneDelivery(Engine engine) {
		ClaimStore store = store(engine);
		ClaimKey key = key("event");
		assertThat(claim(store, key)).isEqualTo(Outcome.CLAIMED);
		assertThat(claim(store, key)).isEqualTo(Outcome.CLAIMED);
		assertThat(claim(store, key("event"))).isEqualTo(Outcome.HELD);
		assertThat(claim(store, key("another"))).isEqualTo(Outcome.CLAIMED);
	}

	@ParameterizedTest
	@EnumSource
	void handledEventIsNotClaimed(Engine engine) {
		ClaimStore store = store(engine);
		ClaimKey key = key("event");
		claim(store, key);
		assertThat(complete(store, key)).isTrue();
		assertThat(claim(store, key("event"))).isEqualTo(Outcome.HANDLED);
		assertThat(complete(store, key)).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void releasedEventIsClaimedAgain(Engine engine) {
		ClaimStore store = store(engine);
		ClaimKey key = key("event");
		ClaimKey next = key("event");
		claim(store, key);
		store.release(next).block(WaitLimit.DURATION);
		assertThat(claim(store, next)).isEqualTo(Outcome.HELD);
		store.release(key).block(WaitLimit.DURATION);
		assertThat(claim(store, next)).isEqualTo(Outcome.CLAIMED);
	}

	@ParameterizedTest
	@EnumSource
	void expiredClaimIsTakenOverAndItsFormerOwnerNotified(Engine engine) {
		this.lease = LEASE;
		ClaimStore store = store(engine);
		ClaimKey former = key("event");
		ClaimKey next = key("event");
		claim(store, former);
		await().until(() -> claim(store, next) == Outcome.CLAIMED);
		assertThat(store.renew(List.of(former, next)).block(WaitLimit.DURATION)).containsExactly(false, true);
		assertThat(complete(store, former)).isFalse();
		assertThat(complete(store, next)).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void eventWhoseClaimIsMissingIsRemembered(Engine engine) {
		ClaimStore store = store(engine);
		ClaimKey key = key("event");
		claim(store, key);
		store.release(key).block(WaitLimit.DURATION);
		assertThat(complete(store, key)).isFalse();
		assertThat(claim(store, key("event"))).isEqualTo(Outcome.HANDLED);
	}

	@ParameterizedTest
	@EnumSource
	void handledEventIsForgottenAfterRetention(Engine engine) {
		this.retention = LEASE;
		ClaimStore store = store(engine);
		ClaimKey key = key("event");
		claim(store, key);
		complete(store, key);
		await().until(() -> claim(store, key("event")) == Outcome.CLAIMED);
	}

	@ParameterizedTest
	@EnumSource
	void concurrentDeliveriesToSeveralInstancesAreClaimedOnce(Engine engine) {
		List<ClaimStore> instances = List.of(store(engine), store(engine), store(engine));
		Map<String, List<Outcome>> outcomes = Flux.range(0, 900).flatMap((i) -> {
			ClaimKey key = key("event " + i % 300);
			return instances.get(i % 2).claim(key).map((outcome) -> Map.entry(key.event(), outcome));
		}, 200)
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
			.block(WaitLimit.DURATION);
		assertThat(outcomes).hasSize(300);
		assertThat(outcomes.values())
			.allSatisfy((each) -> assertThat(each).hasSize(3).containsOnlyOnce(Outcome.CLAIMED));
	}

	@ParameterizedTest
	@EnumSource
	void concurrentCompletionsAreRemembered(Engine engine) {
		ClaimStore store = store(engine);
		List<ClaimKey> keys = IntStream.range(0, 300).mapToObj((i) -> key("event " + i)).toList();
		Flux.fromIterable(keys).flatMap(store::claim, 100).then().block(WaitLimit.DURATION);
		assertThat(Flux.fromIterable(keys).flatMap(store::complete, 100).collectList().block(WaitLimit.DURATION))
			.hasSize(300)
			.containsOnly(true);
		Mono<List<Outcome>> outcomes = Flux.range(0, 300).flatMap((i) -> store.claim(key("event " + i))).collectList();
		assertThat(outcomes.block(WaitLimit.DURATION)).hasSize(300).containsOnly(Outcome.HANDLED);
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "MARIADB" })
	void expiredRowsAreRemovedInBatches(Engine engine) {
		this.retention = Duration.ofMillis(1);
		ClaimStore store = store(engine);
		JdbcTemplate jdbc = this.context.getBean(JdbcTemplate.class);
		jdbc.update("DELETE FROM CRISP_EVENT_CLAIM");
		List<Object[]> rows = IntStream.range(0, 2500).mapToObj((i) -> new Object[] { "expired " + i, 0 }).toList();
		jdbc.batchUpdate("INSERT INTO CRISP_EVENT_CLAIM (EVENT_ID, EXPIRES_AT) VALUES (?, ?)", rows);
		claim(store, key("event"));
		store.removeExpired().block(WaitLimit.DURATION);
		assertThat(jdbc.queryForList("SELECT TOKEN FROM CRISP_EVENT_CLAIM", String.class)).hasSize(2)
			.doesNotContainNull();
	}

	private ClaimStore store(Engine engine) {
		if (this.context == null) {
			this.context = new SpringApplicationBuilder(SharingApplication.class).web(WebApplicationType.NONE)
				.properties(engine.server().properties().toArray(String[]::new))
				.run("--spring.application.name=" + this.group, "--replica.name=test", "--crisp.identifier=identifier",
						"--crisp.key=key", "--crisp.rtm.enabled=false");
		}
		SharedCrispEventDeduplicator.Settings settings = new SharedCrispEventDeduplicator.Settings(this.group,
				this.retention, this.lease);
		ClaimStore store = engine.name().startsWith("REDIS")
				? new RedisClaimStore(this.context.getBean(ReactiveRedisConnectionFactory.class), settings)
				: new JdbcClaimStore(this.context.getBean(JdbcTemplate.class).getDataSource(), settings,
						WaitLimit.DURATION);
		this.stores.add(store);
		return store;
	}

	private ClaimKey key(String event) {
		return ClaimKey.create(this.group, event);
	}

	private static Outcome claim(ClaimStore store, ClaimKey key) {
		return store.claim(key).block(WaitLimit.DURATION);
	}

	private static boolean complete(ClaimStore store, ClaimKey key) {
		return store.complete(key).block(WaitLimit.DURATION);
	}

}
