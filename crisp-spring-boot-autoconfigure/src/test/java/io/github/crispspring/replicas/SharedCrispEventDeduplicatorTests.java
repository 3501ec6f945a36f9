package io.github.crispspring.replicas;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventRejectedException;
import io.github.crispspring.dispatch.CrispEventRejectedException.Reason;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SharedCrispEventDeduplicator} with two instances that share a
 * database.
 */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class SharedCrispEventDeduplicatorTests {

	private static final Duration LEASE = Duration.ofSeconds(2);

	private static final SharedCrispEventDeduplicator.Settings SETTINGS = new SharedCrispEventDeduplicator.Settings(
			"group", Duration.ofHours(1), LEASE);

	private final Store store = new Store();

	private final List<Instance> instances = new ArrayList<>();

	private final Instance one = new Instance();

	private final Instance other = new Instance();

	@AfterEach
	void close() {
		this.instances.forEach(Instance::close);
		this.store.close();
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
	void eventThatIsNotDeliveredAgainIsHandledWhenStoreRecovers() {
		this.store.failing = true;
		assertThat(this.one.tryDispatch("s", 1)).isTrue();
		await().until(() -> !this.one.duplicates.isReady());
		assertThat(this.one.handled).isEmpty();
		this.store.failing = false;
		await().until(() -> this.one.handled.size() == 1);
		this.other.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.other.handled).isEmpty();
	}

	@Test
	void eventThatIsNotDeliveredAgainIsHandledWhenStoreNoLongerHangs() {
		this.store.hang();
		assertThat(this.one.tryDispatch("s", 1)).isTrue();
		await().until(() -> !this.one.duplicates.isReady());
		this.store.proceed();
		await().until(() -> this.one.handled.size() == 1);
		assertThat(this.one.dispatcher.getLostCounts()).containsEntry("deduplication", 0L);
	}

	@Test
	void eventsAreRejectedWhileStoreFails() {
		this.store.failing = true;
		assertRejected(this.one.dispatch("s", 1));
		assertThatExceptionOfType(CrispEventRejectedException.class).isThrownBy(() -> this.one.dispatch("s", 2))
			.extracting(CrispEventRejectedException::getReason)
			.isEqualTo(Reason.DEDUPLICATION);
		Mono<Void> capacity = this.one.dispatcher.whenCapacity(0);
		this.store.failing = false;
		capacity.then(Mono.defer(() -> this.one.dispatch("s", 2))).block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(2L);
	}

	@Test
	void storeThatHangsIsUnavailableAfterLimit() {
		this.store.hang();
		assertRejected(this.one.dispatch("s", 1));
		assertThat(this.one.duplicates.isReady()).isFalse();
		this.store.proceed();
		await().until(() -> this.one.duplicates.isReady());
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(1L);
	}

	@Test
	void handledEventIsRecordedWhenStoreRecovers() {
		this.one.listener = () -> Mono.fromRunnable(() -> this.store.failing = true);
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		this.store.failing = false;
		await().until(() -> this.store.rows("TOKEN IS NULL") == 1);
		this.other.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.other.handled).isEmpty();
	}

	@Test
	void claimThatExpiresWhileStoreHangsIsLoggedAndCounted(CapturedOutput output) {
		Sinks.Empty<Void> slow = Sinks.empty();
		this.one.listener = () -> slow.asMono();
		Mono<Void> first = this.one.dispatch("s", 1);
		await().until(() -> this.one.handled.size() == 1);
		this.store.hang();
		await().until(() -> this.one.duplicates.getExpiredClaimCount() == 1);
		await().until(() -> output.getOut().contains("1 claims expired while their events were being handled"));
		this.store.proceed();
		slow.tryEmitEmpty();
		first.block(WaitLimit.DURATION);
		assertThat(this.one.duplicates.getExpiredClaimCount()).isEqualTo(1);
	}

	@Test
	void eventWithoutIdentityIsRecognisedByContentAndTime() {
		Instant time = Instant.EPOCH;
		this.one.receive(0, time);
		this.other.receive(0, time);
		this.one.receive(0, time.plusMillis(1));
		await().until(() -> this.one.dispatcher.getPendingCount() == 0 && this.other.dispatcher.getPendingCount() == 0);
		assertThat(this.one.handled.size() + this.other.handled.size()).isEqualTo(2);
	}

	@Test
	void eventOfAnotherApplicationIsNotDuplicate() {
		this.store.claim("another", "message:send w s 1");
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(1L);
	}

	@Test
	void eventOfAnotherAccountIsNotDuplicate() {
		this.store.claim("group", "another message:send w s 1");
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		assertThat(this.one.handled).containsExactly(1L);
	}

	@Test
	void expiredRowsAreRemoved() {
		for (int i = 1; i <= 20; i++) {
			this.one.dispatch("s", i).block(WaitLimit.DURATION);
		}
		this.store.expireHandled();
		await().until(() -> this.store.rows("TOKEN IS NULL") == 0);
	}

	private static void assertRejected(Mono<Void> handled) {
		assertThatExceptionOfType(CrispEventRejectedException.class).isThrownBy(() -> handled.block(WaitLimit.DURATION))
			.extracting(CrispEventRejectedException::getReason)
			.isEqualTo(Reason.DEDUPLICATION);
	}

	@Test
	void storeIsCalledOnThreadThatMayBlock() {
		this.one.listener = () -> Mono.delay(LEASE.dividedBy(2)).then();
		this.one.dispatch("s", 1).block(WaitLimit.DURATION);
		this.store.crashed("message:send w s 2");
		this.one.dispatch("s", 2).block(WaitLimit.DURATION);
		assertThat(this.store.threads).allMatch((thread) -> thread.startsWith("crisp-duplicates"));
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

		private final SharedCrispEventDeduplicator duplicates = CrispReplicas
			.jdbcDeduplicator(SharedCrispEventDeduplicatorTests.this.store, SETTINGS);

		Instance() {
			SharedCrispEventDeduplicatorTests.this.instances.add(this);
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
			CrispApplicationEvent<?> received = (CrispApplicationEvent<?>) event;
			CrispEventDispatcher.call(received, this,
					() -> handle(((MessageSend) received.getPayload()).fingerprint()));
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
			JsonNode raw = message(session, fingerprint);
			return this.dispatcher.dispatch(new CrispEventReader().read(MessageSend.NAME, null, raw),
					CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, raw));
		}

		boolean tryDispatch(String session, long fingerprint) {
			JsonNode raw = message(session, fingerprint);
			return this.dispatcher.tryDispatch(new CrispEventReader().read(MessageSend.NAME, null, raw),
					CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, raw));
		}

		/**
		 * Receive an event that contains the time, over the realtime connection.
		 */
		void receive(long fingerprint, Instant time) {
			JsonNode raw = ((ObjectNode) message("s", fingerprint)).put("timestamp", time.toEpochMilli());
			this.dispatcher.tryDispatch(new CrispEventReader().read(MessageSend.NAME, null, raw),
					new CrispDelivery(CrispDelivery.Transport.RTM, null, time, Instant.EPOCH, 1, null, raw));
		}

		private static JsonNode message(String session, long fingerprint) {
			return CrispJson.mapper()
				.createObjectNode()
				.put("website_id", "w")
				.put("session_id", session)
				.put("fingerprint", fingerprint);
		}

		void close() {
			this.duplicates.destroy();
			this.dispatcher.destroy();
		}

	}

	/**
	 * Database that can be made to fail or to hang.
	 */
	private static final class Store extends DelegatingDataSource {

		final AtomicInteger calls = new AtomicInteger();

		final Set<String> threads = ConcurrentHashMap.newKeySet();

		volatile boolean failing;

		private volatile CountDownLatch proceed = new CountDownLatch(0);

		private final JdbcConnectionPool pool = JdbcConnectionPool
			.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

		private final JdbcTemplate jdbc = new JdbcTemplate(this.pool);

		Store() {
			setTargetDataSource(this.pool);
			new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", SharedCrispEventDeduplicator.class))
				.execute(this.pool);
		}

		/**
		 * Claim an event for an instance that crashes afterwards.
		 */
		void crashed(String key) {
			claim("group", key);
		}

		void claim(String group, String key) {
			JdbcClaimStore store = new JdbcClaimStore(this.pool, SETTINGS, LEASE);
			store.claim(ClaimKey.create(group, key)).block(WaitLimit.DURATION);
			store.close();
		}

		void hang() {
			this.proceed = new CountDownLatch(1);
		}

		void proceed() {
			this.proceed.countDown();
		}

		int rows(String condition) {
			return this.jdbc.queryForObject("SELECT COUNT(*) FROM CRISP_EVENT_CLAIM WHERE " + condition, Integer.class);
		}

		void expireHandled() {
			this.jdbc.update("UPDATE CRISP_EVENT_CLAIM SET EXPIRES_AT = 0 WHERE TOKEN IS NULL");
		}

		@Override
		public Connection getConnection() throws SQLException {
			this.calls.incrementAndGet();
			this.threads.add(Thread.currentThread().getName());
			if (this.failing) {
				throw new SQLException("The store is out of reach");
			}
			try {
				this.proceed.await();
			}
			catch (InterruptedException ex) {
				throw new SQLException(ex);
			}
			return super.getConnection();
		}

		void close() {
			proceed();
			this.jdbc.execute("SHUTDOWN");
			this.pool.dispose();
		}

	}

}
