package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.crispspring.replicas.SharedMemory.Key;
import io.github.crispspring.replicas.SharedMemory.Outcome;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.integration.metadata.SimpleMetadataStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedMemory} with two instances that share a clock.
 */
class SharedMemoryTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration RETENTION = Duration.ofHours(1);

	private static final Key KEY = Key.of("key");

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

	private final ConcurrentMap<String, String> values = new ConcurrentHashMap<>();

	private final SharedMemory one = memory("group");

	private final SharedMemory other = memory("group");

	@Test
	void keyIsClaimedByOneInstance() {
		assertThat(this.one.claim(KEY, "1")).isEqualTo(Outcome.CLAIMED);
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.HELD);
	}

	@Test
	void claimIsValidAlthoughResponseOfStoreWasLost() {
		this.one.claim(KEY, "1");
		assertThat(this.one.claim(KEY, "1")).isEqualTo(Outcome.CLAIMED);
	}

	@Test
	void handledKeyIsHandledForOtherInstance() {
		this.one.claim(KEY, "1");
		this.one.handled(KEY);
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.HANDLED);
		assertThat(this.one.claim(KEY, "3")).isEqualTo(Outcome.HANDLED);
	}

	@Test
	void releasedKeyCanBeClaimedByOtherInstance() {
		this.one.claim(KEY, "1");
		this.one.release(KEY, "1");
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.CLAIMED);
	}

	@Test
	void claimOfCrashedInstanceCanBeTakenOverWhenItExpires() {
		this.one.claim(KEY, "1");
		pass(LEASE.minusMillis(1));
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.HELD);
		pass(Duration.ofMillis(1));
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.CLAIMED);
	}

	@Test
	void renewedClaimRemainsValid() {
		this.one.claim(KEY, "1");
		for (int i = 0; i < 10; i++) {
			pass(LEASE.minusMillis(1));
			assertThat(this.one.renew(KEY, "1")).isTrue();
		}
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.HELD);
	}

	@Test
	void lostClaimIsNeitherRenewedNorReleased() {
		this.one.claim(KEY, "1");
		pass(LEASE);
		this.other.claim(KEY, "2");
		assertThat(this.one.renew(KEY, "1")).isFalse();
		this.one.release(KEY, "1");
		assertThat(this.one.claim(KEY, "3")).isEqualTo(Outcome.HELD);
	}

	@Test
	void releasedClaimIsNotRenewed() {
		this.one.claim(KEY, "1");
		this.one.release(KEY, "1");
		assertThat(this.one.renew(KEY, "1")).isFalse();
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.CLAIMED);
	}

	@Test
	void keyHandledWithLostClaimIsHandled() {
		this.one.claim(KEY, "1");
		pass(LEASE);
		this.other.claim(KEY, "2");
		this.one.handled(KEY);
		this.other.release(KEY, "2");
		assertThat(this.other.claim(KEY, "3")).isEqualTo(Outcome.HANDLED);
	}

	@Test
	void handledKeyIsForgottenAfterRetention() {
		this.one.handled(KEY);
		pass(RETENTION.plusMillis(1));
		assertThat(this.other.claim(KEY, "2")).isEqualTo(Outcome.CLAIMED);
	}

	@Test
	void groupsAreIndependent() {
		this.one.handled(KEY);
		assertThat(memory("another group").claim(KEY, "2")).isEqualTo(Outcome.CLAIMED);
	}

	@Test
	void capacityIsRememberedAndStoreIsBounded() {
		SharedMemory memory = memory("small", 10_000);
		for (int i = 0; i < 100_000; i++) {
			memory.handled(Key.of("key " + i));
		}
		assertThat(this.values).hasSizeLessThanOrEqualTo(SharedMemory.SLOTS);
		assertThat(this.values.values().stream().mapToInt((value) -> value.split(" ").length - 1).sum())
			.isLessThanOrEqualTo(SharedMemory.SLOTS * 32);
		assertThat(IntStream.range(90_000, 100_000).filter((i) -> isForgotten(memory, "key " + i))).isEmpty();
	}

	private static boolean isForgotten(SharedMemory memory, String key) {
		return memory.claim(Key.of(key), "again") != Outcome.HANDLED;
	}

	@Test
	void maximumCapacityFitsIntoValues() {
		int entries = 3 * SharedMemory.MAX_CAPACITY / SharedMemory.SLOTS;
		SharedMemory memory = memory("large", SharedMemory.MAX_CAPACITY);
		List<Key> slot = IntStream.range(0, entries).mapToObj((i) -> new Key(Key.of("key " + i).digest(), 7)).toList();
		slot.forEach(memory::handled);
		assertThat(slot).allMatch((key) -> memory.claim(key, "again") == Outcome.HANDLED);
	}

	@Test
	void concurrentInstancesClaimEachKeyOnce() {
		Map<Integer, AtomicInteger> claims = new ConcurrentHashMap<>();
		List<SharedMemory> memories = List.of(this.one, this.other, memory("group"));
		Flux.range(0, 6000).parallel(8).runOn(Schedulers.boundedElastic()).doOnNext((i) -> {
			// All in one slot, for the maximum number of conflicts
			Key key = new Key("key" + i % 20, 7);
			SharedMemory memory = memories.get(i % 3);
			if (memory.claim(key, "claim" + i) == Outcome.CLAIMED) {
				claims.computeIfAbsent(i % 20, (ignored) -> new AtomicInteger()).incrementAndGet();
				memory.handled(key);
			}
		}).sequential().blockLast(WaitLimit.DURATION);
		assertThat(claims).hasSize(20).allSatisfy((key, times) -> assertThat(times).hasValue(1));
	}

	@Test
	void changeDiscardedByStoreIsRepeated() {
		SharedMemory memory = new SharedMemory(new SimpleMetadataStore(this.values) {

			private int changes;

			@Override
			public boolean replace(String key, String before, String after) {
				return ++this.changes % 2 == 1 || super.replace(key, before, after);
			}

		}, "group", 1000, RETENTION, LEASE, Clock.systemUTC());
		for (int i = 0; i < 20; i++) {
			Key key = new Key("key" + i, 7);
			assertThat(memory.claim(key, "claim")).isEqualTo(Outcome.CLAIMED);
			memory.handled(key);
			assertThat(memory.claim(key, "again")).isEqualTo(Outcome.HANDLED);
		}
	}

	@Test
	void storeDoesNotContainKeysInPlainText() {
		this.one.claim(Key.of("message:send website session 4711"), "claim");
		assertThat(Set.copyOf(this.values.keySet())).allMatch((name) -> name.matches("crisp-group-\\d+"));
		assertThat(this.values.values()).allMatch((value) -> value.matches("1 [\\w-]{22}\\.[a-z0-9]+\\.claim"));
	}

	private void pass(Duration time) {
		this.now.updateAndGet((now) -> now.plus(time));
	}

	private SharedMemory memory(String group) {
		return memory(group, 1000);
	}

	private SharedMemory memory(String group, int capacity) {
		Clock clock = ((InstantSource) this.now::get).withZone(ZoneOffset.UTC);
		return new SharedMemory(new SimpleMetadataStore(this.values), group, capacity, RETENTION, LEASE, clock);
	}

}
