package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventRejectedException;
import io.github.crispspring.dispatch.DispatchedEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.integration.metadata.SimpleMetadataStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SharedCrispDuplicates} with two instances.
 */
class SharedCrispDuplicatesTests {

	private static final Duration LEASE = Duration.ofSeconds(2);

	private final Store store = new Store();

	private final List<Instance> instances = new ArrayList<>();

	private final Instance one = new Instance();

	private final Instance other = new Instance();

	@AfterEach
	void close() {
		this.instances.forEach(Instance::close);
	}

	@Test
	void eventReceivedByBothInstancesIsHandledOnce() {
		List<Mono<Void>> deliveries = new ArrayList<>();
		for (int i = 1; i <= 200; i++) {
			deliveries.add(this.one.dispatch("session " + i % 20, i));
			deliveries.add(this.other.dispatch("session " + i % 20, i));
		}
		Mono.when(deliveries).block(WaitLimit.DURATION);
		assertThat(this.one.handled.size() + this.other.handled.size()).isEqualTo(200);
		assertThat(this.one.dispatcher.getDuplicateCount() + this.other.dispatcher.getDuplicateCount()).isEqualTo(200);
	}

	@Test
	void eventHandledByOneInstanceIsNotHandledByOther() {
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		this.other.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.other.handled).isEmpty();
	}

	@Test
	void duplicateCompletesAfterOtherInstance() {
		Sinks.Empty<Void> slow = Sinks.empty();
		this.one.listener = () -> slow.asMono();
		Mono<Void> first = this.one.dispatch("s", 1);
		await().until(() -> this.one.handled.size() == 1);
		Mono<Void> second = this.other.dispatch("s", 1);
		await().until(() -> this.store.calls.get() > 5);
		assertThat(this.other.dispatcher.getPendingCount()).isEqualTo(1);
		slow.tryEmitEmpty();
		Mono.when(first, second).block(WaitLimit.DURATION);
		assertThat(this.other.handled).isEmpty();
	}

	@Test
	void failedEventIsHandledByWaitingInstance() {
		Sinks.Empty<Void> slow = Sinks.empty();
		this.one.listener = () -> slow.asMono();
		Mono<Void> first = this.one.dispatch("s", 1);
		await().until(() -> this.one.handled.size() == 1);
		Mono<Void> second = this.other.dispatch("s", 1);
		slow.tryEmitError(new IllegalStateException("failed"));
		assertThatIllegalStateException().isThrownBy(() -> first.block(WaitLimit.DURATION)).withMessage("failed");
		second.block(WaitLimit.DURATION);
		assertThat(this.other.handled).containsExactly(1L);
	}

	@Test
	void fatalErrorReleasesClaim() {
		this.one.listener = () -> {
			throw new StackOverflowError("in a listener");
		};
		assertThatExceptionOfType(StackOverflowError.class)
			.isThrownBy(() -> this.one.dispatch("s", 1).block(WaitLimit.DURATION));
		this.other.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.other.handled).containsExactly(1L);
	}

	@Test
	void redeliveryOfFailedEventIsHandled() {
		this.one.listener = () -> Mono.error(new IllegalStateException("failed"));
		assertThatIllegalStateException().isThrownBy(() -> this.one.dispatch("s", 1).block(WaitLimit.DURATION));
		this.one.listener = Mono::empty;
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(1L, 1L);
	}

	@Test
	void eventOfCrashedInstanceIsHandledByOtherAfterLease() {
		Instant before = Instant.now();
		this.store.crashed("message:send w s 1");
		this.other.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.other.handled).containsExactly(1L);
		assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(LEASE);
	}

	@Test
	void eventThatExceedsLeaseIsHandledOnce() {
		this.one.listener = () -> Mono.delay(LEASE.multipliedBy(2)).then();
		Mono<Void> first = this.one.dispatch("s", 1);
		await().until(() -> this.one.handled.size() == 1);
		Mono.when(first, this.other.dispatch("s", 1)).block(WaitLimit.DURATION);
		assertThat(this.other.handled).isEmpty();
	}

	@Test
	void eventsOfConversationRemainInOrderWhileWaitingForOtherInstance() {
		this.store.crashed("message:send w s 1");
		Mono<Void> waiting = this.one.dispatch("s", 1);
		Mono<Void> next = this.one.dispatch("s", 2);
		this.one.dispatch("another", 3).block(WaitLimit.DURATION);
		Mono.when(waiting, next).block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(3L, 1L, 2L);
	}

	@Test
	void eventIsHandledWhenStoreRecovers() {
		this.store.failing = true;
		Mono<Void> handled = this.one.dispatch("s", 1);
		await().until(() -> this.store.calls.get() >= 3);
		assertThat(this.one.handled).isEmpty();
		this.store.failing = false;
		handled.block(WaitLimit.DURATION);
		this.other.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(1L);
		assertThat(this.other.handled).isEmpty();
	}

	@Test
	void eventsAreRejectedWhileStoreIsUnavailable() {
		this.store.failing = true;
		Mono<Void> handled = this.one.dispatch("s", 1);
		await().until(() -> !this.one.duplicates.isReady());
		assertThatExceptionOfType(CrispEventRejectedException.class).isThrownBy(() -> this.one.dispatch("s", 2));
		Mono<Void> capacity = this.one.dispatcher.whenCapacity(0);
		this.store.failing = false;
		capacity.then(Mono.defer(() -> this.one.dispatch("s", 2))).block(WaitLimit.DURATION);
		handled.block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(1L, 2L);
	}

	@Test
	void handledEventDoesNotFailIfStoreFails() {
		this.one.listener = () -> Mono.fromRunnable(() -> this.store.failing = true);
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		this.store.failing = false;
		await().untilAsserted(() -> assertThat(this.store.values.values())
			.allMatch((value) -> value.matches("1 [\\w-]{22}\\.[a-z0-9]+")));
		this.other.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.other.handled).isEmpty();
	}

	@Test
	void storeIsCalledOnThreadThatMayBlock() {
		this.one.listener = () -> Mono.delay(LEASE.dividedBy(2)).then();
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		this.store.crashed("message:send w s 2");
		this.one.dispatch("s", 2).block(WaitLimit.DURATION);
		assertThat(this.store.threads).noneMatch((thread) -> Schedulers.isNonBlockingThread(thread));
	}

	@Test
	void listenersAreCalledOnListenerThreadsAfterWaiting() {
		Set<String> threads = ConcurrentHashMap.newKeySet();
		this.one.listener = () -> Mono.fromRunnable(() -> threads.add(Thread.currentThread().getName()));
		this.store.crashed("message:send w s 1");
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(threads).allMatch((name) -> name.startsWith("crisp-listener-"));
	}

	@Test
	void threadsEndWhenContextCloses() {
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		this.instances.forEach(Instance::close);
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("crisp-duplicates")));
	}

	/**
	 * Instance of the application that handles events.
	 */
	private final class Instance implements CrispEventDeduplicator {

		final List<Long> handled = new CopyOnWriteArrayList<>();

		volatile Supplier<Mono<Void>> listener = Mono::empty;

		final CrispEventDispatcher dispatcher;

		private final SharedCrispDuplicates duplicates = new SharedCrispDuplicates(
				SharedCrispDuplicatesTests.this.store,
				new SharedCrispDuplicates.Settings("group", 1000, Duration.ofHours(1), LEASE), Clock.systemUTC());

		Instance() {
			SharedCrispDuplicatesTests.this.instances.add(this);
			this.dispatcher = CrispEventDispatcher.builder(this::publish, this)
				.concurrency(64)
				.queueCapacity(1000)
				.build();
		}

		@Override
		public Mono<Claim> claim(String key) {
			return this.duplicates.claim(key);
		}

		private void publish(Object event) {
			DispatchedEvent<?> dispatched = (DispatchedEvent<?>) event;
			dispatched.call(this, () -> handle(((MessageSend) dispatched.getPayload()).fingerprint()));
		}

		@Override
		public boolean isReady() {
			return this.duplicates.isReady();
		}

		private Mono<Void> handle(long fingerprint) {
			this.handled.add(fingerprint);
			return this.listener.get();
		}

		Mono<Void> dispatch(String session, long fingerprint) {
			JsonNode raw = CrispJson.mapper()
				.createObjectNode()
				.put("website_id", "w")
				.put("session_id", session)
				.put("fingerprint", fingerprint);
			return this.dispatcher.dispatch(new CrispEventReader().read(MessageSend.NAME, null, raw),
					CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, raw));
		}

		void close() {
			this.duplicates.destroy();
			this.dispatcher.destroy();
		}

	}

	/**
	 * Store that can be made to fail.
	 */
	private static final class Store extends SimpleMetadataStore {

		final ConcurrentMap<String, String> values;

		final AtomicInteger calls = new AtomicInteger();

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		volatile boolean failing;

		Store() {
			this(new ConcurrentHashMap<>());
		}

		private Store(ConcurrentMap<String, String> values) {
			super(values);
			this.values = values;
		}

		/**
		 * Claim a key for an instance that crashes afterwards.
		 */
		void crashed(String key) {
			new SharedMemory(new SimpleMetadataStore(this.values), "group", 1000, Duration.ofHours(1), LEASE,
					Clock.systemUTC())
				.claim(SharedMemory.Key.of(key), "crashed");
		}

		@Override
		public String get(String key) {
			this.calls.incrementAndGet();
			this.threads.add(Thread.currentThread());
			if (this.failing) {
				throw new IllegalStateException("The store is out of reach");
			}
			return super.get(key);
		}

	}

}
