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
	 * Maximum capacity that is supported.
	 */
	public static final int MAX_CAPACITY = SharedMemory.MAX_CAPACITY;

	private static final Log logger = LogFactory.getLog(SharedCrispDuplicates.class);

	/**
	 * Maximum time to retry an operation of an accepted event while the store fails.
	 */
	private static final Duration STORE_LIMIT = Duration.ofMinutes(5);

	private static final Duration FIRST_DELAY = Duration.ofMillis(50);

	private static final Duration MAX_DELAY = Duration.ofSeconds(2);

	/**
	 * Maximum time to wait for another instance that handles the event, in leases.
	 */
	private static final int MAX_LEASES = 10;

	private static final int THREADS = 8;

	private static final AlternativeJdkIdGenerator claims = new AlternativeJdkIdGenerator();

	private final SharedMemory memory;

	private final AtomicInteger retrying = new AtomicInteger();

	private final Duration lease;

	private final Scheduler blocking = Schedulers.newBoundedElastic(THREADS, 100_000, "crisp-duplicates", 60, true);

	/**
	 * Create an instance.
	 * @param store the store shared by the instances
	 * @param settings the limits of the store
	 * @param clock the clock to determine when entries expire
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
	 * Return whether the store is available.
	 */
	@Override
	public boolean isReady() {
		return this.retrying.get() == 0;
	}

	@Override
	public void destroy() {
		this.blocking.dispose();
	}

	private <T> Mono<T> call(Callable<T> store) {
		return Mono.fromCallable(store).subscribeOn(this.blocking);
	}

	private Mono<Void> run(Runnable store) {
		return Mono.<Void>fromRunnable(store).subscribeOn(this.blocking);
	}

	private <T> Mono<T> persistently(Mono<T> store) {
		return store
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_DELAY)
				.maxBackoff(MAX_DELAY)
				.doBeforeRetry((retry) -> logger.debug("Duplicate store unavailable; retrying", retry.failure())))
			.timeout(STORE_LIMIT);
	}

	/**
	 * Limits of the store.
	 *
	 * @param group the name shared by the instances of this application only
	 * @param capacity the minimum number of keys to remember, the newest
	 * @param retention the time to remember keys
	 * @param lease the time that a claim is valid after its last renewal
	 */
	public record Settings(String group, int capacity, Duration retention, Duration lease) {

	}

	/**
	 * Delivery of an event, and its claim while it is being handled.
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
		 * Claim the event. The first attempt runs on the calling thread.
		 */
		Mono<Claim> claim() {
			return Mono.fromCallable(this::attempt)
				.onErrorResume(this::attemptUntilAvailable)
				.flatMap((outcome) -> claimed(outcome, FIRST_DELAY, Duration.ZERO));
		}

		private Outcome attempt() {
			return SharedCrispDuplicates.this.memory.claim(this.key, this.claim);
		}

		/**
		 * Retry until a store that fails recovers.
		 */
		private Mono<Outcome> attemptUntilAvailable(Throwable failure) {
			AtomicInteger retrying = SharedCrispDuplicates.this.retrying;
			if (retrying.getAndIncrement() == 0) {
				logger.warn("Duplicate store unavailable; rejecting events until it recovers", failure);
			}
			return persistently(call(this::attempt)).doFinally((signal) -> retrying.decrementAndGet());
		}

		private Mono<Claim> claimed(Outcome outcome, Duration delay, Duration waited) {
			return switch (outcome) {
				case CLAIMED -> {
					this.renewals = renewals();
					yield Mono.just(this);
				}
				case HANDLED -> Mono.empty();
				case HELD -> await(delay, waited.plus(delay));
			};
		}

		private Mono<Claim> await(Duration delay, Duration waited) {
			if (waited.compareTo(SharedCrispDuplicates.this.lease.multipliedBy(MAX_LEASES)) > 0) {
				return Mono.error(() -> new IllegalStateException(
						"Another instance has been handling the event for longer than %d times 'crisp.replicas.event-lease'"
							.formatted(MAX_LEASES)));
			}
			Duration doubled = delay.multipliedBy(2);
			Duration next = (doubled.compareTo(MAX_DELAY) < 0) ? doubled : MAX_DELAY;
			return Mono.delay(delay)
				.then(call(this::attempt).onErrorResume(this::attemptUntilAvailable))
				.flatMap((outcome) -> claimed(outcome, next, waited));
		}

		private Disposable renewals() {
			return Flux.interval(SharedCrispDuplicates.this.lease.dividedBy(3))
				.onBackpressureDrop()
				.concatMap((tick) -> call(this::renew).onErrorResume((ex) -> {
					logger.debug("Failed to renew a claim; retrying", ex);
					return Mono.just(true);
				}), 1)
				.takeWhile(Boolean::booleanValue)
				.subscribe(null,
						(ex) -> logger.warn("The renewal of a claim was terminated by an unexpected error", ex));
		}

		private boolean renew() {
			boolean valid = SharedCrispDuplicates.this.memory.renew(this.key, this.claim);
			if (!valid && !this.ended) {
				logger.warn("The claim on an event that is being handled was lost; another instance may handle the "
						+ "event as well. The claim was not renewed in time, or the clocks of the instances differ");
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
			return run(() -> SharedCrispDuplicates.this.memory.release(this.key, this.claim)).onErrorResume((ex) -> {
				logger.debug("Failed to release a claim; it remains until it expires", ex);
				return Mono.empty();
			});
		}

		/**
		 * Record that the event was handled. A failure of the store does not fail the
		 * event.
		 */
		@Override
		public Mono<Void> complete() {
			end();
			Mono<Void> remembering = run(() -> SharedCrispDuplicates.this.memory.handled(this.key));
			return remembering.onErrorResume((ex) -> {
				logger.warn("Duplicate store unavailable after an event was handled; retrying. "
						+ "Until it recovers, a redelivery of the event is handled again", ex);
				persistently(remembering).subscribe(null, (failure) -> logger.error(
						"Duplicate store did not record that an event was handled; a redelivery is handled again",
						failure));
				return Mono.empty();
			});
		}

	}

}
