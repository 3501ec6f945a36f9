package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.log.LogMessage;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * {@link CrispEventDeduplicator} that remembers events in a store, so that an event
 * delivered to several instances of an application is handled by one of them.
 * <p>
 * An instance claims the event it is about to handle and renews the claim while it does.
 * Other instances that receive the same event wait. One takes over only if handling fails
 * or the claim expires. The store contains digests and times, but nothing of an event.
 */
public final class SharedCrispEventDeduplicator implements CrispEventDeduplicator, DisposableBean {

	private static final Log logger = LogFactory.getLog(SharedCrispEventDeduplicator.class);

	/**
	 * Maximum time to wait for a response of the store.
	 */
	private static final Duration LONGEST_RESPONSE = Duration.ofSeconds(3);

	private static final Duration FIRST_DELAY = Duration.ofMillis(50);

	private static final Duration MAX_DELAY = Duration.ofSeconds(2);

	/**
	 * Maximum time to wait for another instance that handles the event, in leases.
	 */
	private static final int MAX_LEASES = 10;

	/**
	 * Maximum number of claims that are renewed by one call of the store, so that it
	 * returns within its time limit.
	 */
	private static final int MAX_RENEWED_AT_ONCE = 500;

	private final ClaimStore store;

	private final StoreAvailability availability;

	private final String group;

	private final Duration lease;

	private final Set<StoredClaim> claims = ConcurrentHashMap.newKeySet();

	private final LongAdder expired = new LongAdder();

	private long expiredLogged;

	private final Disposable maintenance;

	SharedCrispEventDeduplicator(ClaimStore store, Settings settings) {
		this.store = store;
		this.availability = new StoreAvailability(settings.responseLimit(), store.probe());
		this.group = settings.group();
		this.lease = settings.lease();
		this.maintenance = maintenance();
	}

	@Override
	public Mono<Claim> claim(String key) {
		return Mono.defer(() -> claim(new StoredClaim(ClaimKey.create(this.group, key))));
	}

	private Mono<Claim> claim(StoredClaim claim) {
		BackOffExecution delays = backOff().start();
		return Mono.defer(() -> request(claim))
			.repeatWhen((requests) -> requests.concatMap((request) -> delay(delays.nextBackOff())))
			.filter((outcome) -> outcome != ClaimStore.Outcome.HELD)
			.next()
			.filter((outcome) -> outcome == ClaimStore.Outcome.CLAIMED)
			.map((claimed) -> {
				this.claims.add(claim);
				return claim;
			});
	}

	private Mono<ClaimStore.Outcome> request(StoredClaim claim) {
		if (!this.availability.isAvailable()) {
			return Mono.error(StoreAvailability::unavailable);
		}
		claim.renewed(System.nanoTime());
		return this.availability.call(this.store.claim(claim.key)).doOnError((ex) -> abandon(claim));
	}

	/**
	 * Delays while another instance handles the event.
	 */
	private BackOff backOff() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_DELAY.toMillis(), 2);
		backOff.setMaxInterval(MAX_DELAY.toMillis());
		backOff.setMaxElapsedTime(this.lease.multipliedBy(MAX_LEASES).toMillis());
		return backOff;
	}

	private static Mono<Long> delay(long delay) {
		return (delay != BackOffExecution.STOP) ? Mono.delay(Duration.ofMillis(delay)) : Mono
			.error(() -> new IllegalStateException(
					"Another instance has been handling the event for longer than %d times 'crisp.replicas.event-lease'"
						.formatted(MAX_LEASES)));
	}

	/**
	 * The store may still carry out the claim, which is then released.
	 */
	private void abandon(StoredClaim claim) {
		claim.state = State.ABANDONED;
		this.claims.add(claim);
	}

	@Override
	public boolean isReady() {
		return this.availability.isAvailable();
	}

	/**
	 * Return the number of claims that expired while their event was being handled, so
	 * that it may have been handled again. The store did not respond in time, or the
	 * process stood still.
	 * @return the number of claims since the start
	 */
	public long getExpiredClaimCount() {
		return this.expired.sum();
	}

	@Override
	public void destroy() {
		this.maintenance.dispose();
		this.availability.close();
		this.store.close();
	}

	// Maintenance

	private Disposable maintenance() {
		Flux<Void> renewals = Flux.interval(this.lease.dividedBy(6))
			.onBackpressureDrop()
			.concatMap((tick) -> attempt(this::maintain), 1);
		Flux<Void> removals = Flux.interval(this.lease)
			.onBackpressureDrop()
			.concatMap((tick) -> attempt(this::removeExpired), 1);
		return Mono.when(renewals, removals)
			.subscribe(null, (ex) -> logger
				.error("The renewal of claims was terminated by an unexpected error; events may be handled twice", ex));
	}

	/**
	 * Make an attempt that never fails and has a time limit, so that the next attempt is
	 * made in any case. Errors that Reactor would rethrow are logged.
	 */
	private Mono<Void> attempt(Supplier<Mono<Void>> work) {
		return Mono.<Void>create((sink) -> {
			Disposable.Swap subscription = Disposables.swap();
			sink.onDispose(subscription);
			try {
				subscription.update(work.get().subscribe(null, (ex) -> {
					logger.debug("Maintenance of claims failed; retrying later", ex);
					sink.success();
				}, sink::success));
			}
			catch (Throwable ex) {
				logger.warn("Maintenance of claims failed with an unexpected error; retrying later", ex);
				sink.success();
			}
		}).timeout(this.lease.multipliedBy(MAX_LEASES), Mono.empty());
	}

	private Mono<Void> removeExpired() {
		return this.availability.isAvailable() ? this.store.removeExpired() : Mono.empty();
	}

	/**
	 * Renew the claims on events that are being handled, and repeat what failed while the
	 * store was unavailable.
	 */
	private Mono<Void> maintain() {
		long now = System.nanoTime();
		this.claims.forEach((claim) -> claim.checkExpiry(now));
		logExpired();
		if (!this.availability.isAvailable()) {
			return Mono.empty();
		}
		List<StoredClaim> due = this.claims.stream().filter((claim) -> claim.isDue(now)).toList();
		Flux<Void> renewals = Flux.fromIterable(due).buffer(MAX_RENEWED_AT_ONCE).concatMap(this::renew);
		Flux<StoredClaim> renewed = renewals.thenMany(Flux.fromIterable(this.claims));
		return renewed.concatMap((claim) -> repeat(claim, now)).onErrorComplete().then();
	}

	private Mono<Void> repeat(StoredClaim claim, long now) {
		return switch (claim.state) {
			case UNRECORDED -> record(claim);
			case ABANDONED -> releaseAbandoned(claim, now);
			case HELD, ENDING -> Mono.empty();
		};
	}

	private Mono<Void> renew(List<StoredClaim> due) {
		long now = System.nanoTime();
		return this.availability.call(this.store.renew(due.stream().map((claim) -> claim.key).toList()))
			.doOnNext((results) -> {
				logRenewed(due);
				for (int i = 0; i < due.size(); i++) {
					if (results.get(i)) {
						due.get(i).renewed(now);
					}
					else if (due.get(i).state == State.HELD) {
						due.get(i).expired();
					}
				}
			})
			.onErrorComplete()
			.then();
	}

	private void logRenewed(List<StoredClaim> renewed) {
		if (logger.isDebugEnabled()) {
			long now = System.nanoTime();
			long oldest = renewed.stream().mapToLong((claim) -> now - claim.renewedAt).max().orElse(0);
			logger.debug(LogMessage.format("Renewed %d claims, the first %d ms before it would have expired",
					renewed.size(), this.lease.minusNanos(oldest).toMillis()));
		}
	}

	private Mono<Void> releaseAbandoned(StoredClaim claim, long now) {
		if (claim.isOlderThan(this.lease.multipliedBy(2), now)) {
			this.claims.remove(claim);
		}
		return this.availability.call(this.store.release(claim.key));
	}

	private Mono<Void> record(StoredClaim claim) {
		return this.availability.call(this.store.complete(claim.key)).doOnNext((existed) -> {
			this.claims.remove(claim);
			if (!existed) {
				claim.expired();
			}
		}).then();
	}

	private void logExpired() {
		long count = this.expired.sum();
		if (count > this.expiredLogged) {
			logger.warn(LogMessage.format(
					"%d claims expired while their events were being handled, as the duplicate store did not respond or this process stood still; if the events are delivered again, they may be handled twice",
					count - this.expiredLogged));
			this.expiredLogged = count;
		}
	}

	/**
	 * Settings shared by all instances of an application.
	 *
	 * @param group the name of the application
	 * @param retention the time to remember handled events
	 * @param lease the time that a claim is valid after its last renewal
	 */
	public record Settings(String group, Duration retention, Duration lease) {

		/**
		 * Return the maximum time to wait for a response of the store, so that a claim is
		 * renewed several times before it expires.
		 */
		Duration responseLimit() {
			Duration third = this.lease.dividedBy(3);
			return (third.compareTo(LONGEST_RESPONSE) < 0) ? third : LONGEST_RESPONSE;
		}

	}

	private enum State {

		/**
		 * The event is being handled.
		 */
		HELD,

		/**
		 * The claim is being completed or released.
		 */
		ENDING,

		/**
		 * The event was handled while the store was unavailable.
		 */
		UNRECORDED,

		/**
		 * The response to the claim was not received.
		 */
		ABANDONED

	}

	/**
	 * Claim of this instance.
	 */
	private final class StoredClaim implements Claim {

		private final ClaimKey key;

		private volatile State state = State.HELD;

		private volatile long renewedAt;

		private boolean expired;

		StoredClaim(ClaimKey key) {
			this.key = key;
		}

		/**
		 * Record a renewal.
		 * @param time when it was requested, as {@link System#nanoTime()}
		 */
		void renewed(long time) {
			this.renewedAt = time;
		}

		boolean isDue(long now) {
			return (this.state == State.HELD || this.state == State.UNRECORDED)
					&& isOlderThan(SharedCrispEventDeduplicator.this.lease.dividedBy(3), now);
		}

		boolean isOlderThan(Duration duration, long now) {
			return now - this.renewedAt > duration.toNanos();
		}

		void checkExpiry(long now) {
			if (this.state != State.ABANDONED && isOlderThan(SharedCrispEventDeduplicator.this.lease, now)) {
				expired();
			}
		}

		/**
		 * Count the claim as expired, once.
		 */
		synchronized void expired() {
			if (!this.expired) {
				this.expired = true;
				SharedCrispEventDeduplicator.this.expired.increment();
			}
		}

		/**
		 * Record that the event was handled. A failure of the store does not fail the
		 * event.
		 */
		@Override
		public Mono<Void> complete() {
			return Mono.defer(() -> {
				this.state = State.ENDING;
				return record(this).onErrorResume((ex) -> {
					logger.debug("Duplicate store unavailable after an event was handled; retrying", ex);
					this.state = State.UNRECORDED;
					return Mono.empty();
				}).doOnCancel(() -> this.state = State.UNRECORDED);
			});
		}

		@Override
		public Mono<Void> release() {
			return Mono.defer(() -> {
				this.state = State.ENDING;
				return SharedCrispEventDeduplicator.this.availability
					.call(SharedCrispEventDeduplicator.this.store.release(this.key))
					.doOnSuccess((released) -> SharedCrispEventDeduplicator.this.claims.remove(this))
					.onErrorResume((ex) -> {
						logger.debug("Failed to release a claim; retrying until it expires", ex);
						this.state = State.ABANDONED;
						return Mono.empty();
					})
					.doOnCancel(() -> this.state = State.ABANDONED);
			});
		}

	}

}
