package io.github.crispspring.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.crispspring.dispatch.CrispEventRejectedException.Reason;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.task.TaskDecorator;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Entry point of all events, regardless of the transport. Events of one conversation are
 * handled in the order they were accepted, one at a time; different conversations
 * concurrently; the same event only once.
 * <p>
 * An accepted event ends exactly once: it is handled, it fails, or its time limit passes.
 * When the application stops, no more events are accepted, and those that were accepted
 * are handled.
 */
public final class CrispEventDispatcher implements SmartLifecycle, DisposableBean {

	/**
	 * Default time limit of an event.
	 */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

	private static final Duration READY_POLL_INTERVAL = Duration.ofMillis(100);

	private static final String STORE_UNAVAILABLE = "The duplicate store is unavailable";

	private final int concurrency;

	private final KeyedSerialExecutor executor;

	private final EventServices services;

	private final Consumer<CrispEvent> accepted;

	private final Set<String> accounts;

	private volatile boolean running;

	private CrispEventDispatcher(Builder builder) {
		this.concurrency = builder.concurrency;
		this.accepted = builder.accepted;
		this.accounts = builder.accounts;
		ListenerThreads threads = builder.virtualThreads ? ListenerThreads.virtual() : ListenerThreads.platform();
		this.executor = new KeyedSerialExecutor(threads, builder.concurrency, builder.queueCapacity,
				builder.queueSize.toBytes());
		this.services = new EventServices(builder.publisher, builder.deduplicator, this.executor, threads,
				new TimeLimits(threads, builder.timeout), new TimeLimits(threads, builder.deduplicationTimeout()),
				new EventObservations(builder.observationRegistry, builder.observationConvention),
				new EventFailures(builder.errorHandlers), new EventRetries(threads, builder.retryPolicy),
				builder.taskDecorator, new AccountCounter(), new MissingListenerLogger());
	}

	/**
	 * Create a builder.
	 * @param publisher the publisher that calls the listeners
	 * @param deduplicator the strategy that detects duplicates
	 * @return the builder
	 */
	public static Builder builder(ApplicationEventPublisher publisher, CrispEventDeduplicator deduplicator) {
		return new Builder(publisher, deduplicator);
	}

	/**
	 * Dispatch an event whose sender waits for the result and may deliver it again. The
	 * event is handled whether or not the result is subscribed to. An event that was
	 * handled before is not handled again.
	 * @param event the event
	 * @param delivery how it was received
	 * @return completes when all listeners have handled the event and their replies are
	 * sent; an error if a listener failed or the time limit has passed. Subscribers are
	 * signalled on a listener thread and must not block
	 * @throws CrispEventRejectedException if the event is not accepted
	 */
	public Mono<Void> dispatch(CrispEvent event, CrispDelivery delivery) {
		CompletableFuture<Void> result = new CompletableFuture<>();
		String rejection = accept(event, delivery, result);
		if (rejection != null) {
			throw new CrispEventRejectedException(
					rejection.equals(STORE_UNAVAILABLE) ? Reason.DEDUPLICATION : Reason.CAPACITY, rejection, null);
		}
		return Mono.fromFuture(result, true);
	}

	/**
	 * Dispatch an event that is not delivered again. If a listener fails, the event is
	 * retried according to the retry policy. Its failure is logged, reported to the
	 * {@link CrispListenerErrorHandler} beans and counted.
	 * @param event the event
	 * @param delivery how it was received
	 * @return whether the event is accepted
	 * @see #whenCapacity(long)
	 */
	public boolean tryDispatch(CrispEvent event, CrispDelivery delivery) {
		return accept(event, delivery, null) == null;
	}

	private @Nullable String accept(CrispEvent event, CrispDelivery delivery,
			@Nullable CompletableFuture<Void> result) {
		if (!this.services.deduplicator().isReady()) {
			return STORE_UNAVAILABLE;
		}
		String rejection = this.executor.submit(new EventHandling(this.services, EventKeys.order(event, delivery),
				event, delivery, EventKeys.duplicate(event, delivery), result));
		if (rejection == null) {
			this.accepted.accept(event);
		}
		return rejection;
	}

	/**
	 * Wait until an event may be accepted, so that no more events are received than can
	 * be handled. Another event may be accepted before.
	 * @param size the size of the event in bytes, 0 if it is not known
	 * @return completes when capacity is available, immediately if it already is
	 */
	public Mono<Void> whenCapacity(long size) {
		return Mono.defer(this::ready)
			.repeatWhen((polls) -> polls.delayElements(READY_POLL_INTERVAL))
			.takeUntil(Boolean::booleanValue)
			.then(Mono.defer(() -> Mono.fromFuture(this.executor.whenCapacity(size), true)));
	}

	/**
	 * Return whether the deduplicator is ready. Reactor would rethrow some errors rather
	 * than signal them, so that who waits would wait forever.
	 */
	private Mono<Boolean> ready() {
		try {
			return Mono.just(isDeduplicatorReady());
		}
		catch (Throwable ex) {
			return Mono.error(new IllegalStateException("The deduplicator failed", ex));
		}
	}

	/**
	 * Return whether duplicates can be detected at present. While they cannot, no event
	 * is accepted.
	 * @return whether the deduplicator is ready
	 */
	public boolean isDeduplicatorReady() {
		return this.services.deduplicator().isReady();
	}

	/**
	 * Return the number of events that wait or are being handled.
	 * @return the number of events
	 */
	public int getPendingCount() {
		return this.executor.pending();
	}

	/**
	 * Return the accounts whose events are dispatched.
	 * @return the names of the accounts
	 */
	public Set<String> getAccounts() {
		return this.accounts;
	}

	/**
	 * Return the number of deliveries whose event had been handled before.
	 * @return the number of deliveries since the start
	 */
	public long getDuplicateCount() {
		return this.services.duplicates().sum();
	}

	/**
	 * Return the number of deliveries of an account whose event had been handled before.
	 * @param account the name of the account
	 * @return the number of deliveries since the start
	 */
	public long getDuplicateCount(String account) {
		return this.services.duplicates().sum(account);
	}

	/**
	 * Return the number of events that were accepted but not handled.
	 * @return the number of events since the start for each reason: {@code failure},
	 * {@code timeout}, {@code deduplication} or {@code shutdown}
	 */
	public Map<String, Long> getLostCounts() {
		return this.services.failures().counts();
	}

	/**
	 * Return the number of events of an account that were accepted but not handled.
	 * @param account the name of the account
	 * @return the number of events since the start for each reason, as of
	 * {@link #getLostCounts()}
	 */
	public Map<String, Long> getLostCounts(String account) {
		return this.services.failures().counts(account);
	}

	/**
	 * Return the number of threads whose listener did not return within the time limit
	 * although it was interrupted, and has not returned since.
	 * @return the number of threads
	 */
	public int getAbandonedThreadCount() {
		return this.executor.abandonedThreads();
	}

	/**
	 * Return whether so many threads are abandoned that fewer events than configured are
	 * handled at the same time.
	 * @return whether abandoned threads can no longer be replaced
	 */
	public boolean isExhausted() {
		return getAbandonedThreadCount() >= this.concurrency;
	}

	/**
	 * Record that a listener for events of this kind exists, even if its filters exclude
	 * this one, so that no missing listener is logged.
	 * @param event the event that a dispatcher has published; others are ignored
	 */
	public static void matched(ApplicationEvent event) {
		if (event instanceof DispatchedEvent<?> dispatched) {
			dispatched.matched();
		}
	}

	/**
	 * Call a listener, so that its failure does not affect the other listeners, and so
	 * that work that remains when its method has returned is part of handling the event.
	 * It is not called if it has handled the event in an earlier attempt.
	 * <p>
	 * If the application published the event itself, no dispatcher waits for the result:
	 * the remaining work is subscribed to, and a failure is logged.
	 * @param event the event that the listener receives
	 * @param listener the listener, the same object in each attempt
	 * @param method calls the method and returns the remaining work, or {@code null} if
	 * the listener has completed
	 * @throws CancellationException if the event has ended, for example because its time
	 * limit has passed; no further listener is called then
	 */
	public static void call(CrispApplicationEvent<?> event, Object listener, Callable<@Nullable Mono<Void>> method) {
		if (event instanceof DispatchedEvent<?> dispatched) {
			dispatched.call(listener, method);
		}
		else {
			PublishedEvents.call(event, method);
		}
	}

	/**
	 * Retry an operation that sends if the transaction of the event has been committed,
	 * as a redelivery of the event would repeat its changes. Evaluated on subscription.
	 * @param event the event that is being handled
	 * @param sending the operation
	 * @param <T> the type of the result
	 * @return the operation
	 */
	public static <T> Mono<T> retryAfterCommit(CrispApplicationEvent<?> event, Mono<T> sending) {
		return (event instanceof DispatchedEvent<?> dispatched) ? dispatched.retryAfterCommit(sending) : sending;
	}

	/**
	 * Return the end of the current attempt to handle an event, for activities that must
	 * not outlast the listener, whether it returns, fails or exceeds the time limit.
	 * @param event the event that is being handled
	 * @return completes when the attempt has ended, immediately if it already has, and
	 * never if the application published the event itself. The signal may be emitted
	 * while a lock is held, so subscribers must not block
	 */
	public static Mono<Void> ended(CrispApplicationEvent<?> event) {
		return (event instanceof DispatchedEvent<?> dispatched) ? dispatched.ended() : Mono.never();
	}

	@Override
	public void start() {
		this.services.retries().start();
		this.executor.open();
		this.running = true;
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.executor.close(callback);
		this.services.retries().stop();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Stop after the transports, web servers included.
	 */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 4096;
	}

	/**
	 * Interrupt the listeners that still run when the time for a graceful shutdown has
	 * passed. Events that were not handled are logged and counted.
	 */
	@Override
	public void destroy() {
		stop();
		this.executor.tasks().forEach((task) -> ((EventHandling) task).discard());
		this.services.threads().close();
	}

	/**
	 * Builder for {@link CrispEventDispatcher}.
	 */
	public static final class Builder {

		private ApplicationEventPublisher publisher;

		private final CrispEventDeduplicator deduplicator;

		private List<CrispListenerErrorHandler> errorHandlers = List.of();

		private int concurrency = 256;

		private int queueCapacity = 10_000;

		private DataSize queueSize = DataSize.ofMegabytes(64);

		private Duration timeout = DEFAULT_TIMEOUT;

		private @Nullable Duration deduplicationTimeout;

		private boolean virtualThreads;

		private @Nullable TaskDecorator taskDecorator;

		private @Nullable RetryPolicy retryPolicy;

		private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

		private @Nullable CrispEventObservationConvention observationConvention;

		private Consumer<CrispEvent> accepted = (event) -> {
		};

		private Set<String> accounts = Set.of(CrispDelivery.DEFAULT_ACCOUNT);

		private Builder(ApplicationEventPublisher publisher, CrispEventDeduplicator deduplicator) {
			this.publisher = publisher;
			this.deduplicator = deduplicator;
		}

		/**
		 * Set the accounts whose events are dispatched.
		 * @param accounts the names of the accounts, the default account by default
		 * @return this builder
		 */
		public Builder accounts(Set<String> accounts) {
			this.accounts = Set.copyOf(accounts);
			return this;
		}

		/**
		 * Set the callbacks for events that fail.
		 * @param errorHandlers the callbacks in order, none by default
		 * @return this builder
		 */
		public Builder errorHandlers(List<CrispListenerErrorHandler> errorHandlers) {
			this.errorHandlers = errorHandlers;
			return this;
		}

		/**
		 * Set the maximum number of conversations that are handled at the same time.
		 * @param concurrency the number of conversations, 256 by default
		 * @return this builder
		 */
		public Builder concurrency(int concurrency) {
			Assert.isTrue(concurrency > 0, "'concurrency' must be greater than 0");
			this.concurrency = concurrency;
			return this;
		}

		/**
		 * Set the maximum number of events that wait or are being handled.
		 * @param queueCapacity the number of events, 10,000 by default
		 * @return this builder
		 */
		public Builder queueCapacity(int queueCapacity) {
			Assert.isTrue(queueCapacity > 0, "'queueCapacity' must be greater than 0");
			this.queueCapacity = queueCapacity;
			return this;
		}

		/**
		 * Set the maximum size of the events that wait or are being handled.
		 * @param queueSize the size of these events as received, 64 MB by default
		 * @return this builder
		 */
		public Builder queueSize(DataSize queueSize) {
			Assert.isTrue(queueSize.toBytes() > 0, "'queueSize' must be greater than 0");
			this.queueSize = queueSize;
			return this;
		}

		/**
		 * Set the maximum time that the listeners may take for one event.
		 * @param timeout the time, 5 minutes by default
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			Assert.isTrue(!timeout.isNegative() && !timeout.isZero(), "'timeout' must be greater than 0");
			this.timeout = timeout;
			return this;
		}

		/**
		 * Set whether listeners run on virtual threads, which requires Java 21.
		 * @param virtualThreads whether to use virtual threads, {@code false} by default
		 * @return this builder
		 */
		public Builder virtualThreads(boolean virtualThreads) {
			this.virtualThreads = virtualThreads;
			return this;
		}

		/**
		 * Set the decorator that carries the context of the thread that accepts an event
		 * to the thread that handles it. The decorated task may run several times.
		 * @param taskDecorator the decorator, or {@code null} for none
		 * @return this builder
		 */
		public Builder taskDecorator(@Nullable TaskDecorator taskDecorator) {
			this.taskDecorator = taskDecorator;
			return this;
		}

		/**
		 * Publish each event in a transaction, which is rolled back if a listener fails.
		 * Replies and other work that listeners leave run only after the commit.
		 * @param transactions how transactions are executed
		 * @return this builder
		 */
		public Builder transactions(TransactionOperations transactions) {
			this.publisher = new TransactionalEventPublisher(this.publisher, transactions);
			return this;
		}

		/**
		 * Set the policy by which events that are not delivered again are retried.
		 * @param retryPolicy the policy, or {@code null} for no retries
		 * @return this builder
		 */
		public Builder retryPolicy(@Nullable RetryPolicy retryPolicy) {
			this.retryPolicy = retryPolicy;
			return this;
		}

		/**
		 * Set how the handling of events is observed.
		 * @param registry the registry
		 * @param convention the names, or {@code null} for the default
		 * @return this builder
		 */
		public Builder observations(ObservationRegistry registry,
				@Nullable CrispEventObservationConvention convention) {
			this.observationRegistry = registry;
			this.observationConvention = convention;
			return this;
		}

		/**
		 * Set a callback for events that are accepted, regardless of the events that wait
		 * before them. It is called on the thread of the transport for each delivery, and
		 * must neither block nor fail.
		 * @param accepted the callback, none by default
		 * @return this builder
		 */
		public Builder accepted(Consumer<CrispEvent> accepted) {
			this.accepted = accepted;
			return this;
		}

		/**
		 * Set the maximum time that the deduplicator may take to claim an event, or to
		 * remember that it was handled. A claim may have to wait for another instance
		 * that handles the event.
		 * @param deduplicationTimeout the time; by default the larger of 5 minutes and
		 * the time limit of the listeners
		 * @return this builder
		 */
		public Builder deduplicationTimeout(Duration deduplicationTimeout) {
			Assert.isTrue(!deduplicationTimeout.isNegative() && !deduplicationTimeout.isZero(),
					"'deduplicationTimeout' must be greater than 0");
			this.deduplicationTimeout = deduplicationTimeout;
			return this;
		}

		private Duration deduplicationTimeout() {
			if (this.deduplicationTimeout != null) {
				return this.deduplicationTimeout;
			}
			return (this.timeout.compareTo(DEFAULT_TIMEOUT) > 0) ? this.timeout : DEFAULT_TIMEOUT;
		}

		/**
		 * Build the dispatcher, which accepts events until it is stopped.
		 * @return the dispatcher
		 */
		public CrispEventDispatcher build() {
			return new CrispEventDispatcher(this);
		}

	}

}
