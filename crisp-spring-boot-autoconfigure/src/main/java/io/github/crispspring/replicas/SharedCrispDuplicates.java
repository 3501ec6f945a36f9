package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.replicas.SharedMemory.Outcome;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.util.AlternativeJdkIdGenerator;

/**
 * {@link CrispEventDeduplicator} that remembers handled events in a
 * {@link ConcurrentMetadataStore}, so that an event delivered to several instances of an
 * application is handled by one of them.
 * <p>
 * An instance claims the event it is about to handle and renews the claim while it does.
 * Other instances that receive the same event wait. One takes over only if handling fails
 * or the claim expires.
 */
public final class SharedCrispDuplicates implements CrispEventDeduplicator, DisposableBean {

	/**
	 * The largest capacity that can be shared.
	 */
	public static final int MAX_CAPACITY = SharedMemory.MAX_CAPACITY;

	private static final Log logger = LogFactory.getLog(SharedCrispDuplicates.class);

	/**
	 * How long a store that fails is asked again for what was accepted before it failed.
	 */
	private static final Duration STORE_LIMIT = Duration.ofMinutes(5);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	/**
	 * How many leases another instance is waited for that goes on handling.
	 */
	private static final int PATIENCE = 10;

	private static final int THREADS = 8;

	private static final AlternativeJdkIdGenerator claims = new AlternativeJdkIdGenerator();

	private final SharedMemory memory;

	private final AtomicInteger insisting = new AtomicInteger();

	private final Duration lease;

	private final Scheduler blocking = Schedulers.newBoundedElastic(THREADS, 100_000, "crisp-duplicates", 60, true);

	/**
	 * Create an instance.
	 * @param store where it is remembered
	 * @param settings how much is remembered, and for how long
	 * @param clock tells the time
	 */
	public SharedCrispDuplicates(ConcurrentMetadataStore store, Settings settings, Clock clock) {
		this.memory = new SharedMemory(store, settings.group(), settings.capacity(), settings.retention(),
				settings.lease(), clock);
		this.lease = settings.lease();
	}

	@Override
	public Mono<Claim> claim(String key) {
		return new Delivery(SharedMemory.Key.of(key)).claim();
	}

	/**
	 * Not while the store fails.
	 */
	@Override
	public boolean isReady() {
		return this.insisting.get() == 0;
	}

	@Override
	public void destroy() {
		this.blocking.dispose();
	}

	private <T> Mono<T> ask(Callable<T> store) {
		return Mono.fromCallable(store).subscribeOn(this.blocking);
	}

	private Mono<Void> tell(Runnable store) {
		return Mono.<Void>fromRunnable(store).subscribeOn(this.blocking);
	}

	private <T> Mono<T> persistently(Mono<T> store) {
		return store
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
				.maxBackoff(LONGEST_PAUSE)
				.doBeforeRetry((retry) -> logger.debug("The store of what was handled failed", retry.failure())))
			.timeout(STORE_LIMIT);
	}

	/**
	 * How much is remembered, and for how long.
	 *
	 * @param group the name that is common to the instances, and to nobody else
	 * @param capacity how many keys are remembered at least, the newest
	 * @param retention how long they are remembered
	 * @param lease how long what an instance handles is kept from the others after it has
	 * last said that it does
	 */
	public record Settings(String group, int capacity, Duration retention, Duration lease) {

	}

	/**
	 * One delivery, and its claim while it is being handled.
	 */
	private final class Delivery implements Claim {

		private final SharedMemory.Key key;

		private final String claim = claims.generateId().toString();

		private volatile boolean ended;

		private volatile @Nullable Disposable renewals;

		Delivery(SharedMemory.Key key) {
			this.key = key;
		}

		/**
		 * The first attempt needs no other thread.
		 */
		Mono<Claim> claim() {
			return Mono.fromCallable(this::attempt)
				.onErrorResume(this::attemptUntilAvailable)
				.flatMap((outcome) -> claimed(outcome, FIRST_PAUSE, Duration.ZERO));
		}

		private Outcome attempt() {
			return SharedCrispDuplicates.this.memory.claim(this.key, this.claim);
		}

		/**
		 * Retry until a store that fails recovers.
		 */
		private Mono<Outcome> attemptUntilAvailable(Throwable failure) {
			AtomicInteger insisting = SharedCrispDuplicates.this.insisting;
			if (insisting.getAndIncrement() == 0) {
				logger.warn("Duplicate store unavailable; rejecting events until it recovers", failure);
			}
			return persistently(ask(this::attempt)).doFinally((signal) -> insisting.decrementAndGet());
		}

		private Mono<Claim> claimed(Outcome outcome, Duration pause, Duration waited) {
			return switch (outcome) {
				case CLAIMED -> {
					this.renewals = renewals();
					yield Mono.just(this);
				}
				case HANDLED -> Mono.empty();
				case HELD -> await(pause, waited.plus(pause));
			};
		}

		private Mono<Claim> await(Duration pause, Duration waited) {
			if (waited.compareTo(SharedCrispDuplicates.this.lease.multipliedBy(PATIENCE)) > 0) {
				return Mono.error(() -> new IllegalStateException(
						"Another instance has been handling the event for longer than %d leases".formatted(PATIENCE)));
			}
			Duration doubled = pause.multipliedBy(2);
			Duration next = (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
			return Mono.delay(pause)
				.then(ask(this::attempt).onErrorResume(this::attemptUntilAvailable))
				.flatMap((outcome) -> claimed(outcome, next, waited));
		}

		private Disposable renewals() {
			return Flux.interval(SharedCrispDuplicates.this.lease.dividedBy(3))
				.onBackpressureDrop()
				.concatMap((tick) -> ask(this::renew).onErrorResume((ex) -> {
					logger.debug("A claim could not be renewed", ex);
					return Mono.just(true);
				}), 1)
				.takeWhile(Boolean::booleanValue)
				.subscribe(null, (ex) -> logger.warn("Claims on an event are no longer renewed", ex));
		}

		private boolean renew() {
			boolean valid = SharedCrispDuplicates.this.memory.renew(this.key, this.claim);
			if (!valid && !this.ended) {
				logger.warn("The claim on an event that is being handled was lost, so that another instance handles "
						+ "it, too: the claim was not renewed in time, or the clocks differ");
			}
			return valid;
		}

		private void end() {
			this.ended = true;
			Disposable renewals = this.renewals;
			if (renewals != null) {
				renewals.dispose();
			}
		}

		@Override
		public Mono<Void> release() {
			end();
			return tell(() -> SharedCrispDuplicates.this.memory.release(this.key, this.claim)).onErrorResume((ex) -> {
				logger.debug("A claim could not be released; it ends with its lease", ex);
				return Mono.empty();
			});
		}

		/**
		 * An event that was handled has not failed because the store has.
		 */
		@Override
		public Mono<Void> complete() {
			end();
			Mono<Void> remembering = tell(() -> SharedCrispDuplicates.this.memory.handled(this.key));
			return remembering.onErrorResume((ex) -> {
				logger.warn("Duplicate store unavailable after an event was handled; retrying. "
						+ "Until it recovers, a redelivery of the event is handled again", ex);
				persistently(remembering).subscribe(null, (failure) -> logger
					.error("The duplicate store did not record that an event was handled", failure));
				return Mono.empty();
			});
		}

	}

}
