package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

import io.github.crispspring.rtm.CrispRtmLeadership.Term;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.DistributedLock;
import org.springframework.integration.support.locks.LockRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LockRegistryLeadership}.
 */
@Tag("long")
class LockRegistryLeadershipTests {

	private static final Duration LEASE = Duration.ofSeconds(3);

	private final LockServer server = new LockServer();

	private final List<Instance> instances = new ArrayList<>();

	private final AtomicInteger leading = new AtomicInteger();

	private final AtomicInteger mostLeading = new AtomicInteger();

	@AfterEach
	void close() {
		this.instances.forEach(Instance::close);
	}

	@Test
	void oneOfManyInstancesLeads() {
		instance();
		instance();
		Instance leader = awaitLeader();
		await().until(() -> this.server.rejected.get() >= 10);
		assertThat(this.instances).filteredOn((instance) -> instance.leads).containsExactly(leader);
		assertThat(this.mostLeading).hasValue(1);
	}

	@Test
	void anyLockRegistryIsSupported() {
		LockRegistry<Lock> locks = new DefaultLockRegistry();
		Instance first = new Instance(locks);
		await().until(() -> first.leads);
		Instance second = new Instance(locks);
		first.stop();
		await().until(() -> second.leads);
		assertThat(this.mostLeading).hasValue(1);
	}

	@Test
	void stoppedInstanceIsReplacedImmediately() {
		Instance first = awaitLeader(instance());
		Instance second = awaitFollower(instance());
		Instant stopped = Instant.now();
		first.stop();
		assertThat(first.gaveUp).isTrue();
		await().until(() -> second.leads);
		assertThat(Duration.between(stopped, Instant.now())).isLessThan(LEASE);
		assertThat(this.mostLeading).hasValue(1);
	}

	@Test
	void instanceThatLedAgainIsReplacedImmediatelyWhenStopped() {
		Instance first = awaitLeader(instance());
		this.server.steal();
		await().until(() -> !first.leads);
		this.server.giveBack();
		await().until(() -> first.leads);
		Instance second = instance();
		Instant stopped = Instant.now();
		first.stop();
		await().until(() -> second.leads);
		assertThat(Duration.between(stopped, Instant.now())).isLessThan(LEASE);
	}

	@Test
	void lockIsReleasedAfterConnectionIsClosed() {
		Instance first = instance();
		first.timeToClose = Duration.ofMillis(300);
		awaitLeader(first);
		Instance second = instance();
		first.locks.release();
		await().until(() -> second.leads);
		assertThat(this.mostLeading).hasValue(1);
	}

	@Test
	void crashedInstanceIsReplacedWhenItsLeaseExpires() {
		Instance first = awaitLeader(instance());
		Instance second = awaitFollower(instance());
		Instant crashed = Instant.now();
		first.locks.hanging = true;
		await().until(() -> second.leads);
		assertThat(Duration.between(crashed, Instant.now())).isGreaterThan(LEASE.dividedBy(2));
	}

	@Test
	void leaderStopsBeforeLeaseExpiresIfStoreIsUnavailable() {
		Instance first = awaitLeader(instance());
		Instance second = instance();
		first.locks.failing = true;
		await().until(() -> second.leads);
		assertThat(first.leads).isFalse();
		assertThat(this.mostLeading).hasValue(1);
	}

	@Test
	void leaderStopsBeforeLeaseExpiresIfStoreBlocks() {
		Instance first = awaitLeader(instance());
		Instance second = instance();
		first.locks.hanging = true;
		await().until(() -> second.leads);
		first.locks.hanging = false;
		await().until(() -> this.server.rejected.get() > 10);
		assertThat(first.leads).isFalse();
		assertThat(this.mostLeading).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void leaderContinuesAfterTransientErrorOfStore(boolean error) {
		Instance first = awaitLeader(instance());
		first.locks.failingWithError = error;
		first.locks.failing = true;
		await().until(() -> first.locks.failures.get() >= 2);
		first.locks.failing = false;
		int renewals = this.server.granted.get();
		await().until(() -> this.server.granted.get() > renewals + 3);
		assertThat(first.leads).isTrue();
		assertThat(first.terms).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void leadershipIsReacquiredWhenStoreRecovers(boolean error) {
		Instance first = awaitLeader(instance());
		first.locks.failingWithError = error;
		first.locks.failing = true;
		await().until(() -> !first.leads);
		first.locks.failing = false;
		await().until(() -> first.leads);
		assertThat(first.terms).hasSize(2);
	}

	@Test
	void firstLeaderHasNoPredecessor() {
		assertThat(awaitLeader(instance()).terms).singleElement()
			.satisfies((term) -> assertThat(term.ledUntil()).isNull());
	}

	@Test
	void leaderReceivesEndOfPreviousTerm() {
		Instance first = awaitLeader(instance());
		Instance second = awaitFollower(instance());
		Instant before = Instant.now();
		first.locks.hanging = true;
		Instant after = Instant.now();
		await().until(() -> second.leads);
		assertThat(second.terms).singleElement()
			.satisfies((term) -> assertThat(term.ledUntil()).isBetween(before.minus(LEASE.multipliedBy(2)), after));
	}

	@Test
	void endOfPreviousTermIsKeptUntilInstanceHasLed() {
		Instance first = awaitLeader(instance());
		Instance second = awaitFollower(instance());
		Instant before = Instant.now();
		first.locks.failing = true;
		second.locks.hanging = true;
		// Longer than a lease, so that the next attempt succeeds but its tenure has ended
		await().pollDelay(LEASE.plusSeconds(1)).until(() -> !first.leads);
		second.locks.hanging = false;
		await().until(() -> second.leads);
		assertThat(second.terms).singleElement()
			.satisfies((term) -> assertThat(term.ledUntil()).isNotNull().isBefore(before));
	}

	@Test
	void lossOfLeadershipIsKnownBeforeItIsSignalled() {
		Instance first = awaitLeader(instance());
		first.timeToClose = LEASE;
		Term term = first.terms.get(0);
		assertThat(term.valid().getAsBoolean()).isTrue();
		first.locks.failing = true;
		await().until(() -> !term.valid().getAsBoolean());
	}

	@Test
	void cancelledInstanceDoesNotLead() {
		Instance first = awaitLeader(instance());
		Instance second = awaitFollower(instance());
		second.candidacy.dispose();
		second.leadership.destroy();
		first.stop();
		assertThat(second.terms).isEmpty();
		assertThat(this.server.owner).isNull();
	}

	@Test
	void threadsEndWhenContextCloses() {
		awaitLeader(instance());
		instance();
		this.instances.forEach(Instance::close);
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("crisp-leader")));
		assertThat(this.server.owner).isNull();
	}

	private Instance instance() {
		return new Instance(new Locks(this.server));
	}

	private Instance awaitLeader() {
		await().until(() -> this.instances.stream().anyMatch((instance) -> instance.leads));
		return this.instances.stream().filter((instance) -> instance.leads).findFirst().orElseThrow();
	}

	private Instance awaitLeader(Instance instance) {
		await().until(() -> instance.leads);
		return instance;
	}

	private Instance awaitFollower(Instance instance) {
		await().until(() -> this.server.rejected.get() > 0);
		return instance;
	}

	/**
	 * Instance of the application that participates in the election.
	 */
	private final class Instance {

		final List<Term> terms = new CopyOnWriteArrayList<>();

		final Locks locks;

		final LockRegistryLeadership leadership;

		final Disposable candidacy;

		volatile boolean leads;

		volatile boolean gaveUp;

		volatile Duration timeToClose = Duration.ZERO;

		private final Sinks.Empty<Void> stop = Sinks.empty();

		private final Sinks.Empty<Void> stopped = Sinks.empty();

		Instance(LockRegistry<?> locks) {
			LockRegistryLeadershipTests.this.instances.add(this);
			this.locks = (locks instanceof Locks own) ? own : null;
			this.leadership = new LockRegistryLeadership(locks, "name", LEASE, Clock.systemUTC());
			this.candidacy = this.leadership.lead(this::lead)
				.doOnSuccess((nothing) -> this.gaveUp = true)
				.doFinally((signal) -> this.stopped.tryEmitEmpty())
				.subscribe();
		}

		private Mono<Void> lead(Term term) {
			this.terms.add(term);
			this.leads = true;
			LockRegistryLeadershipTests.this.mostLeading
				.accumulateAndGet(LockRegistryLeadershipTests.this.leading.incrementAndGet(), Math::max);
			return Mono
				.firstWithSignal(this.stop.asMono(),
						term.lost().then(Mono.defer(() -> Mono.delay(this.timeToClose))).then())
				.doOnTerminate(() -> {
					this.leads = false;
					LockRegistryLeadershipTests.this.leading.decrementAndGet();
				});
		}

		void stop() {
			this.stop.tryEmitEmpty();
			this.stopped.asMono().block(WaitLimit.DURATION);
		}

		void close() {
			if (this.locks != null) {
				this.locks.hanging = false;
			}
			this.stop.tryEmitEmpty();
			this.candidacy.dispose();
			this.leadership.destroy();
		}

	}

	/**
	 * Store of the lock, shared by all instances.
	 */
	private static final class LockServer {

		final AtomicInteger granted = new AtomicInteger();

		final AtomicInteger rejected = new AtomicInteger();

		volatile Object owner;

		private Instant until = Instant.MIN;

		synchronized boolean tryLock(Object owner, Duration lease) {
			boolean free = this.owner == null || this.owner == owner || !this.until.isAfter(Instant.now());
			(free ? this.granted : this.rejected).incrementAndGet();
			if (free) {
				this.owner = owner;
				this.until = Instant.now().plus(lease);
			}
			return free;
		}

		synchronized void unlock(Object owner) {
			if (this.owner != owner) {
				throw new IllegalStateException("It is not yours");
			}
			this.owner = null;
		}

		/**
		 * Give the lock to another owner.
		 */
		synchronized void steal() {
			this.owner = "thief";
			this.until = Instant.MAX;
		}

		/**
		 * Release a lock of another owner.
		 */
		synchronized void giveBack() {
			this.owner = null;
		}

	}

	/**
	 * Lock of one instance, which counts its holds like the registries of Spring
	 * Integration.
	 */
	private static final class Locks implements LockRegistry<DistributedLock>, DistributedLock {

		volatile boolean failing;

		volatile boolean failingWithError;

		volatile boolean hanging;

		final AtomicInteger failures = new AtomicInteger();

		private final LockServer server;

		private volatile boolean releasing;

		private int holds;

		Locks(LockServer server) {
			this.server = server;
		}

		/**
		 * Fail, so that the leader releases the lock although it could be renewed.
		 */
		void release() {
			this.releasing = true;
		}

		@Override
		public DistributedLock obtain(Object key) {
			return this;
		}

		@Override
		public boolean tryLock(Duration wait, Duration lease) {
			await().until(() -> !this.hanging);
			if (this.failing) {
				this.failures.incrementAndGet();
				if (this.failingWithError) {
					throw new NoClassDefFoundError("driver");
				}
				throw new IllegalStateException("out of reach");
			}
			boolean acquired = !this.releasing && this.server.tryLock(this, lease);
			if (acquired) {
				this.holds++;
			}
			return acquired;
		}

		@Override
		public void unlock() {
			if (--this.holds == 0) {
				this.server.unlock(this);
			}
		}

		@Override
		public void lock(Duration lease) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void lock() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void lockInterruptibly() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean tryLock() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean tryLock(long time, TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Condition newCondition() {
			throw new UnsupportedOperationException();
		}

	}

}
