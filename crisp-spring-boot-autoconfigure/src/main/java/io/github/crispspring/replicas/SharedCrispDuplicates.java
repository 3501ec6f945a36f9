package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.crispspring.listener.CrispDuplicates;
import io.github.crispspring.replicas.SharedMemory.Outcome;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.util.AlternativeJdkIdGenerator;

/**
 * Remembers in a {@link ConcurrentMetadataStore} what was handled, so that what is
 * delivered to several instances of an application is handled by one of them.
 * <p>
 * An instance claims what it is about to handle, and renews the claim while it does. What
 * is claimed by another instance is waited for: it is handled here if the other one
 * fails, or dies and does not renew its claim any longer.
 */
public final class SharedCrispDuplicates implements CrispDuplicates, DisposableBean {

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

	private final Scheduler listeners;

	private final Scheduler blocking = Schedulers.newBoundedElastic(THREADS, 100_000, "crisp-duplicates", 60, true);

	/**
	 * Create an instance.
	 * @param store where it is remembered
	 * @param settings how much is remembered, and for how long
	 * @param listeners what handling continues on where it had to wait; it may block
	 * @param clock tells the time
	 */
	public SharedCrispDuplicates(ConcurrentMetadataStore store, Settings settings, Executor listeners, Clock clock) {
		this.memory = new SharedMemory(store, settings.group(), settings.capacity(), settings.retention(),
				settings.lease(), clock);
		this.lease = settings.lease();
		this.listeners = Schedulers.fromExecutor(listeners);
	}

	@Override
	public Mono<Void> once(String key, Supplier<Mono<Void>> handling) {
		Sinks.Empty<Void> result = Sinks.empty();
		new Once(SharedMemory.Key.of(key), handling).perform()
			.subscribe(null, result::tryEmitError, result::tryEmitEmpty);
		return result.asMono();
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
	 * One delivery.
	 */
	private final class Once {

		private final SharedMemory.Key key;

		private final Supplier<Mono<Void>> handling;

		private final String claim = claims.generateId().toString();

		private volatile boolean done;

		Once(SharedMemory.Key key, Supplier<Mono<Void>> handling) {
			this.key = key;
			this.handling = handling;
		}

		/**
		 * The first attempt, and with it the handling, needs no other thread.
		 */
		Mono<Void> perform() {
			return Mono.fromCallable(this::claim)
				.onErrorResume((ex) -> insist(ex).publishOn(SharedCrispDuplicates.this.listeners))
				.flatMap((outcome) -> settle(outcome, FIRST_PAUSE, Duration.ZERO));
		}

		private Outcome claim() {
			return SharedCrispDuplicates.this.memory.claim(this.key, this.claim);
		}

		/**
		 * Ask a store that fails until it answers.
		 */
		private Mono<Outcome> insist(Throwable failure) {
			AtomicInteger insisting = SharedCrispDuplicates.this.insisting;
			if (insisting.getAndIncrement() == 0) {
				logger.warn("The store of what was handled fails: no events are accepted until it answers", failure);
			}
			return persistently(ask(this::claim)).doFinally((signal) -> insisting.decrementAndGet());
		}

		private Mono<Void> settle(Outcome outcome, Duration pause, Duration waited) {
			return switch (outcome) {
				case CLAIMED -> handle();
				case HANDLED -> Mono.empty();
				case HELD -> await(pause, waited.plus(pause));
			};
		}

		private Mono<Void> await(Duration pause, Duration waited) {
			if (waited.compareTo(SharedCrispDuplicates.this.lease.multipliedBy(PATIENCE)) > 0) {
				return Mono.error(() -> new IllegalStateException(
						"Another instance takes long to handle an event: it is no longer waited for"));
			}
			Duration doubled = pause.multipliedBy(2);
			Duration next = (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
			return Mono.delay(pause)
				.then(ask(this::claim).onErrorResume(this::insist))
				.publishOn(SharedCrispDuplicates.this.listeners)
				.flatMap((outcome) -> settle(outcome, next, waited));
		}

		private Mono<Void> handle() {
			return Mono.using(this::renewals,
					(renewals) -> Mono.defer(this.handling)
						.doOnTerminate(() -> this.done = true)
						.onErrorResume((ex) -> release().then(Mono.error(ex)))
						.then(Mono.defer(this::remember)),
					Disposable::dispose);
		}

		private Disposable renewals() {
			return Flux.interval(SharedCrispDuplicates.this.lease.dividedBy(3))
				.onBackpressureDrop()
				.concatMap((tick) -> ask(this::renew).onErrorResume((ex) -> {
					logger.debug("A claim could not be renewed", ex);
					return Mono.just(true);
				}), 1)
				.takeWhile(Boolean::booleanValue)
				.subscribe();
		}

		private boolean renew() {
			boolean stands = SharedCrispDuplicates.this.memory.renew(this.key, this.claim);
			if (!stands && !this.done) {
				logger.warn("What is handled here is handled by another instance, too: "
						+ "the claim was not renewed in time, or the clocks differ");
			}
			return stands;
		}

		private Mono<Void> release() {
			return tell(() -> SharedCrispDuplicates.this.memory.release(this.key, this.claim)).onErrorResume((ex) -> {
				logger.debug("A claim could not be released, and ends with its lease", ex);
				return Mono.empty();
			});
		}

		/**
		 * What was handled has not failed because nobody remembers it.
		 */
		private Mono<Void> remember() {
			Mono<Void> remembering = tell(() -> SharedCrispDuplicates.this.memory.handled(this.key));
			return remembering.onErrorResume((ex) -> {
				logger.warn("An event was handled, but the store of what was handled failed: it is told again. "
						+ "Until then the event is handled again where it comes again.", ex);
				persistently(remembering).subscribe(null,
						(failure) -> logger.error("It was not remembered that an event was handled", failure));
				return Mono.empty();
			});
		}

	}

}
