package io.github.crispspring.dispatch;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import io.github.crispspring.dispatch.CrispEventDeduplicator.Claim;
import io.github.crispspring.dispatch.EventFailures.Reason;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * State machine that takes one accepted event through its {@link Phase phases} to its
 * only end.
 * <p>
 * A phase runs on a listener thread and may call the application's code. It then moves on
 * to the next phase, waits for a result without occupying a thread, or pauses. When the
 * time limit of a phase has passed, its thread is abandoned, or the result it waits for:
 * what these do later has no effect, as every change of state requires the
 * {@link #current} thread or the {@link #awaited} result, under the monitor of this
 * object.
 */
final class EventHandling extends KeyedSerialExecutor.Task {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	private static final long FIRST_CLAIM_DELAY = 100;

	private static final long MAX_CLAIM_DELAY = 5000;

	private final EventServices services;

	private final CrispEvent event;

	private final CrispDelivery delivery;

	private final @Nullable String duplicateKey;

	private final @Nullable CompletableFuture<Void> result;

	private final Observation observation;

	private final Runnable phases;

	private final TimeLimits.Limit listenerLimit = new PhaseLimit();

	private final TimeLimits.Limit storeLimit = new PhaseLimit();

	// The state, guarded by the monitor

	private Phase phase = Phase.CLAIM;

	/**
	 * Whether a thread is about to run the phase.
	 */
	private boolean scheduled = true;

	private @Nullable Run current;

	private @Nullable AwaitedResult<?> awaited;

	private @Nullable AwaitedResult<?> available;

	private @Nullable Claim claim;

	private @Nullable DispatchedEvent<?> published;

	private @Nullable Throwable failure;

	private Reason reason = Reason.FAILURE;

	private boolean handled;

	private boolean observed;

	// Used by the current thread only

	private @Nullable Iterator<DispatchedEvent.Remaining> remaining;

	private @Nullable Object remainingListener;

	private @Nullable Set<Object> handledBy;

	private @Nullable BackOffExecution backOff;

	private int retries;

	private long claimDeadline;

	/**
	 * Create the handling of an event, and capture the context of the current thread.
	 * @param services what all events have in common
	 * @param key the key of the ordered queue
	 * @param event the event
	 * @param delivery how it was received
	 * @param duplicateKey what deliveries of the same event have in common, or
	 * {@code null} if they cannot be detected
	 * @param result completed at the end, or {@code null} if nobody waits for it, so that
	 * the event is not delivered again
	 */
	EventHandling(EventServices services, Object key, CrispEvent event, CrispDelivery delivery,
			@Nullable String duplicateKey, @Nullable CompletableFuture<Void> result) {
		super(key, delivery.size());
		this.services = services;
		this.event = event;
		this.delivery = delivery;
		this.duplicateKey = duplicateKey;
		this.result = result;
		this.observation = services.observations().create(event, delivery);
		this.phases = services.decorate(this::runPhases);
	}

	CrispDelivery delivery() {
		return this.delivery;
	}

	/**
	 * Return whether a listener has handled the event in an earlier attempt.
	 */
	boolean isHandledBy(Object listener) {
		Set<Object> handledBy = this.handledBy;
		return handledBy != null && handledBy.contains(listener);
	}

	/**
	 * Retry something that a listener sends after the commit.
	 */
	<T> Mono<T> retried(Mono<T> sending) {
		return this.services.retries().retry(sending);
	}

	@Override
	void run() {
		Run run = new Run(Thread.currentThread());
		synchronized (this) {
			if (!this.scheduled) {
				return;
			}
			this.scheduled = false;
			this.current = run;
		}
		Throwable failure = call(this.phases);
		while (isUnfinished(run, failure)) {
			failure = call(() -> runPhases(run));
		}
		leave(run);
	}

	private @Nullable Throwable call(Runnable phases) {
		try {
			phases.run();
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	/**
	 * Run phases until one waits. Called through the application's task decorators.
	 */
	private void runPhases() {
		Run run;
		synchronized (this) {
			run = this.current;
			if (run == null || run.thread != Thread.currentThread() || run.begun) {
				return;
			}
			run.begun = true;
		}
		runPhases(run);
	}

	/**
	 * Return whether phases remain to be run although the current thread neither waits
	 * nor has come to the end: a task decorator failed, or something unexpected did.
	 */
	private boolean isUnfinished(Run run, @Nullable Throwable failure) {
		AwaitedResult<?> unused;
		synchronized (this) {
			if (this.current != run || this.phase == Phase.ENDED) {
				return false;
			}
			this.failure = EventFailures.add(this.failure, (failure != null) ? failure : new IllegalStateException(
					"A TaskDecorator did not run the task of a listener on the thread of its caller"));
			// Without the decorator, what only reports or releases can still be done
			boolean repeat = !run.begun && this.phase.compareTo(Phase.OUTCOME) >= 0;
			this.phase = repeat ? this.phase : this.phase.afterFailure();
			run.begun = true;
			if (repeat) {
				return true;
			}
			unused = this.available;
			this.available = null;
		}
		if (unused != null) {
			abandon(unused);
		}
		return true;
	}

	private void runPhases(Run run) {
		boolean proceed = true;
		while (proceed) {
			proceed = switch (phase(run)) {
				case CLAIM -> claim(run);
				case CLAIMED -> claimed(run);
				case PUBLISH -> publish(run);
				case REMAINING -> runRemaining(run);
				case REMAINED -> remained(run);
				case OUTCOME -> decideOutcome(run);
				case SETTLE -> settle(run);
				case SETTLED -> settled(run);
				case REPORT -> report(run);
				case END -> end(run);
				case ENDED -> false;
			};
		}
	}

	/**
	 * Describes the state without the content of the event.
	 */
	@Override
	public synchronized String toString() {
		return "EventHandling[event=%s, phase=%s, scheduled=%s, running=%s, waiting=%s]".formatted(this.event.name(),
				this.phase, this.scheduled, this.current != null, this.awaited != null);
	}

	// Phases: each returns whether the current thread proceeds

	private boolean claim(Run run) {
		String key = this.duplicateKey;
		if (key == null) {
			return moveOn(run, Phase.PUBLISH);
		}
		this.services.storeLimits().start(this.storeLimit);
		AwaitedResult<Claim> claim = new AwaitedResult<>(this::arrived, this::releaseLate, Context.empty());
		claim.subscribeTo(() -> this.services.deduplicator().claim(key));
		return await(run, claim, Phase.CLAIMED);
	}

	private boolean claimed(Run run) {
		this.services.storeLimits().stop(this.storeLimit);
		synchronized (this) {
			AwaitedResult<?> result = this.available;
			if (this.current != run || result == null) {
				return false;
			}
			this.available = null;
			Throwable failure = result.failure();
			if (failure == null) {
				this.claim = (Claim) result.value();
				this.phase = (this.claim != null) ? Phase.PUBLISH : Phase.END;
				this.handled = (this.claim == null);
				if (this.handled) {
					this.services.duplicates().increment();
				}
				return true;
			}
			this.failure = failure;
			this.reason = Reason.DEDUPLICATION;
		}
		return claimFailed(run);
	}

	/**
	 * An event that is not delivered again waits until the store recovers.
	 */
	private boolean claimFailed(Run run) {
		long now = System.nanoTime();
		if (this.backOff == null) {
			this.backOff = new ExponentialBackOff(FIRST_CLAIM_DELAY, 2).start();
			this.claimDeadline = now + this.services.storeLimits().duration().toNanos();
			logger.warn("Duplicate store unavailable; event '%s' %s".formatted(this.event.name(),
					isRedelivered() ? "is rejected" : "waits until it recovers"), this.failure);
		}
		if (isRedelivered() || this.services.retries().isStopping() || this.claimDeadline - now < 0) {
			return moveOn(run, Phase.REPORT);
		}
		return pause(run, Phase.CLAIM, Math.min(this.backOff.nextBackOff(), MAX_CLAIM_DELAY));
	}

	private boolean publish(Run run) {
		DispatchedEvent<CrispEvent> published = new DispatchedEvent<>(this.event, this);
		boolean first;
		synchronized (this) {
			if (this.current != run) {
				return false;
			}
			first = !this.observed;
			this.observed = true;
			this.published = published;
			this.failure = null;
			this.reason = Reason.FAILURE;
		}
		this.services.listenerLimits().start(this.listenerLimit);
		if (first) {
			this.backOff = null;
			this.services.observations().start(this.observation);
		}
		Observation.Scope scope = this.services.observations().openScope(this.observation);
		try {
			this.services.publisher().publishEvent(published);
		}
		catch (Throwable ex) {
			// Thrown by a plain @EventListener, after which no other listener is called
			published.failed(ex);
		}
		finally {
			this.services.observations().close(scope);
		}
		if (!moveOn(run, Phase.REMAINING, published.failure())) {
			return false;
		}
		this.remaining = published.remaining().iterator();
		if (!published.hasMatched()) {
			this.services.unmatched().add(this.event);
		}
		return true;
	}

	/**
	 * What listeners have left runs one after the other, also after a failure.
	 */
	private boolean runRemaining(Run run) {
		Iterator<DispatchedEvent.Remaining> remaining = Objects.requireNonNull(this.remaining);
		while (remaining.hasNext()) {
			DispatchedEvent.Remaining next = remaining.next();
			Mono<Void> work = next.work();
			if (work != null) {
				this.remainingListener = next.listener();
				AwaitedResult<Void> result = new AwaitedResult<>(this::arrived, null, reactorContext());
				result.subscribeTo(() -> work);
				return await(run, result, Phase.REMAINED);
			}
			handledBy(next.listener());
		}
		return moveOn(run, Phase.OUTCOME);
	}

	private Context reactorContext() {
		return this.observation.isNoop() ? Context.empty()
				: Context.of(ObservationThreadLocalAccessor.KEY, this.observation);
	}

	private void handledBy(@Nullable Object listener) {
		if (this.services.retries().policy() != null && !isRedelivered()) {
			this.handledBy = (this.handledBy != null) ? this.handledBy : new HashSet<>();
			this.handledBy.add(listener);
		}
	}

	private boolean remained(Run run) {
		synchronized (this) {
			AwaitedResult<?> result = this.available;
			if (this.current != run || result == null) {
				return false;
			}
			this.available = null;
			this.phase = Phase.REMAINING;
			Throwable failure = result.failure();
			if (failure != null) {
				this.failure = EventFailures.add(this.failure, failure);
				return true;
			}
		}
		handledBy(this.remainingListener);
		return true;
	}

	private boolean decideOutcome(Run run) {
		this.services.listenerLimits().stop(this.listenerLimit);
		Throwable failure;
		boolean committed;
		boolean timedOut;
		synchronized (this) {
			failure = this.failure;
			committed = this.published != null && this.published.isCommitted();
			timedOut = (this.reason == Reason.TIMEOUT);
		}
		if (failure != null && !committed && !timedOut) {
			long delay = nextRetry(failure);
			if (delay != BackOffExecution.STOP) {
				this.services.failures().retrying(this.event, this.delivery, failure, ++this.retries, delay);
				return pause(run, Phase.PUBLISH, delay);
			}
		}
		boolean observed;
		synchronized (this) {
			if (this.current != run) {
				return false;
			}
			this.handled = (failure == null) || committed;
			this.phase = Phase.SETTLE;
			observed = this.observed;
		}
		if (observed) {
			this.services.observations().stop(this.observation, failure);
		}
		return true;
	}

	private long nextRetry(Throwable failure) {
		RetryPolicy policy = this.services.retries().policy();
		if (policy == null || isRedelivered() || this.services.retries().isStopping() || this.published == null) {
			return BackOffExecution.STOP;
		}
		try {
			if (!policy.shouldRetry(failure)) {
				return BackOffExecution.STOP;
			}
			if (this.backOff == null) {
				this.backOff = policy.getBackOff().start();
			}
			return this.backOff.nextBackOff();
		}
		catch (Throwable ex) {
			logger.warn("The retry policy failed; event '%s' is not retried".formatted(this.event.name()), ex);
			return BackOffExecution.STOP;
		}
	}

	private boolean settle(Run run) {
		Claim claim;
		boolean handled;
		synchronized (this) {
			claim = this.claim;
			handled = this.handled;
		}
		if (claim == null) {
			return moveOn(run, afterSettling());
		}
		this.services.storeLimits().start(this.storeLimit);
		AwaitedResult<Void> result = new AwaitedResult<>(this::arrived, null, Context.empty());
		result.subscribeTo(() -> handled ? claim.complete() : claim.release());
		return await(run, result, Phase.SETTLED);
	}

	private boolean settled(Run run) {
		this.services.storeLimits().stop(this.storeLimit);
		Throwable failure;
		boolean handled;
		synchronized (this) {
			AwaitedResult<?> result = this.available;
			if (this.current != run || result == null) {
				return false;
			}
			this.available = null;
			failure = result.failure();
			handled = this.handled;
			this.phase = afterSettling();
		}
		if (failure != null) {
			logger.warn(handled
					? "Duplicate store unavailable; event '%s' was handled and may be handled again if it is redelivered"
						.formatted(this.event.name())
					: "Duplicate store unavailable; the claim on event '%s', which failed, ends with its lease"
						.formatted(this.event.name()),
					failure);
		}
		return true;
	}

	private synchronized Phase afterSettling() {
		return (this.failure != null) ? Phase.REPORT : Phase.END;
	}

	private boolean report(Run run) {
		Throwable failure;
		boolean handled;
		Reason reason;
		synchronized (this) {
			failure = this.failure;
			handled = this.handled;
			reason = this.reason;
		}
		if (failure == null) {
			return moveOn(run, Phase.END);
		}
		this.services.listenerLimits().start(this.listenerLimit);
		if (handled) {
			this.services.failures().failedAfterCommit(this.event, this.delivery, failure);
		}
		else {
			this.services.failures().lost(this.event, this.delivery, reason, failure, isRedelivered());
		}
		this.services.failures().report(this.event, this.delivery, failure);
		return moveOn(run, Phase.END);
	}

	private boolean end(Run run) {
		Throwable failure;
		synchronized (this) {
			if (this.current != run) {
				return false;
			}
			this.phase = Phase.ENDED;
			failure = this.handled ? null : this.failure;
		}
		this.services.listenerLimits().stop(this.listenerLimit);
		this.services.storeLimits().stop(this.storeLimit);
		this.services.executor().release(this);
		complete(failure);
		return false;
	}

	private void complete(@Nullable Throwable failure) {
		if (this.result != null && failure == null) {
			this.result.complete(null);
		}
		else if (this.result != null) {
			this.result.completeExceptionally(failure);
		}
	}

	private boolean isRedelivered() {
		return this.result != null;
	}

	/**
	 * End at once, as the application has stopped.
	 */
	void discard() {
		boolean undecided;
		synchronized (this) {
			if (this.phase == Phase.ENDED) {
				return;
			}
			undecided = this.phase.compareTo(Phase.OUTCOME) <= 0;
			this.phase = Phase.ENDED;
			this.current = null;
			this.awaited = null;
			if (this.published != null) {
				this.published.close();
			}
		}
		if (undecided) {
			this.services.failures().lost(this.event, this.delivery, Reason.SHUTDOWN, null, isRedelivered());
		}
		complete(new CrispEventRejectedException("The application has stopped"));
	}

	// Transitions

	private synchronized Phase phase(Run run) {
		return (this.current == run) ? this.phase : Phase.ENDED;
	}

	private synchronized boolean moveOn(Run run, Phase next) {
		if (this.current != run) {
			return false;
		}
		this.phase = next;
		return true;
	}

	private synchronized boolean moveOn(Run run, Phase next, @Nullable Throwable failure) {
		if (this.current != run) {
			return false;
		}
		this.phase = next;
		this.failure = failure;
		return true;
	}

	/**
	 * Wait for a result without occupying a thread, unless it is available already.
	 */
	private boolean await(Run run, AwaitedResult<?> result, Phase next) {
		synchronized (this) {
			if (this.current == run) {
				this.phase = next;
				if (result.isDone()) {
					this.available = result;
					return true;
				}
				this.awaited = result;
				this.current = null;
				return false;
			}
		}
		abandon(result);
		return false;
	}

	/**
	 * Callback invoked when a result is available, on any thread.
	 */
	private void arrived(AwaitedResult<?> result) {
		synchronized (this) {
			if (this.awaited != result) {
				// The thread that subscribes finds it, or it was abandoned
				return;
			}
			this.awaited = null;
			this.available = result;
			this.scheduled = true;
		}
		this.services.executor().resume(this);
	}

	private boolean pause(Run run, Phase next, long delay) {
		synchronized (this) {
			if (this.current != run) {
				return false;
			}
			this.phase = next;
			this.current = null;
		}
		this.services.executor().park(this);
		this.services.retries().runLater(this::continueAfterPause, delay);
		return false;
	}

	private void continueAfterPause() {
		synchronized (this) {
			this.scheduled = true;
		}
		this.services.executor().unpark(this);
	}

	private void leave(Run run) {
		boolean abandoned;
		synchronized (this) {
			abandoned = run.abandoned;
			if (this.current == run) {
				this.current = null;
			}
		}
		if (abandoned) {
			this.services.executor().threadReturned();
		}
	}

	// Time limits

	private void expired(TimeLimits limits, TimeLimits.Limit limit) {
		AwaitedResult<?> abandoned;
		boolean resume;
		synchronized (this) {
			boolean running = this.current != null || this.awaited != null || this.scheduled;
			if (!running || this.phase.usesStore() != (limit == this.storeLimit) || limits.isStarted(limit)) {
				// The phase has just ended
				return;
			}
			abandoned = (this.awaited != null) ? this.awaited : this.available;
			this.awaited = null;
			this.available = null;
			if (this.published != null) {
				this.published.close();
			}
			abandonCurrent();
			moveOnAfterTimeout();
			resume = !this.scheduled;
			this.scheduled = true;
		}
		if (abandoned != null) {
			abandon(abandoned);
		}
		if (resume) {
			this.services.executor().resume(this);
		}
	}

	private void abandonCurrent() {
		Run run = this.current;
		if (run != null) {
			this.current = null;
			run.abandoned = true;
			this.services.executor().threadAbandoned();
			run.thread.interrupt();
		}
	}

	private void moveOnAfterTimeout() {
		switch (this.phase) {
			case CLAIM, CLAIMED -> {
				this.failure = new TimeoutException(
						"The duplicate store did not respond within " + this.services.storeLimits().duration());
				this.reason = Reason.DEDUPLICATION;
				this.phase = Phase.REPORT;
			}
			case PUBLISH, REMAINING, REMAINED, OUTCOME -> {
				TimeoutException timeout = new TimeoutException(
						"The listeners took longer than the %s that 'crisp.listener.timeout' allows"
							.formatted(this.services.listenerLimits().duration()));
				this.failure = (this.failure != null) ? EventFailures.add(timeout, this.failure) : timeout;
				this.reason = Reason.TIMEOUT;
				this.phase = Phase.OUTCOME;
			}
			case SETTLE, SETTLED -> {
				logger.warn("Duplicate store unavailable: no response within %s after event '%s'"
					.formatted(this.services.storeLimits().duration(), this.event.name()));
				this.phase = afterSettling();
			}
			case REPORT -> {
				logger.error("An error handler did not return within %s for event '%s'"
					.formatted(this.services.listenerLimits().duration(), this.event.name()));
				this.phase = Phase.END;
			}
			case END, ENDED -> {
			}
		}
	}

	/**
	 * Cancel what a result waits for. This runs code of others, and so needs a thread of
	 * its own.
	 */
	private void abandon(AwaitedResult<?> result) {
		executeAbandoned(result::abandon);
	}

	/**
	 * Let other deliveries have a claim that has arrived too late.
	 */
	private void releaseLate(Claim claim) {
		executeAbandoned(() -> claim.release()
			.subscribe(null, (ex) -> logger.warn("A claim on an event could not be released in time", ex)));
	}

	private void executeAbandoned(Runnable action) {
		KeyedSerialExecutor executor = this.services.executor();
		executor.threadAbandoned();
		try {
			this.services.threads().execute(() -> {
				try {
					action.run();
				}
				catch (Throwable ex) {
					logger.warn("Work that took too long could not be cancelled", ex);
				}
				finally {
					executor.threadReturned();
				}
			});
		}
		catch (Throwable ex) {
			executor.threadReturned();
			logger.warn("Work that took too long could not be cancelled", ex);
		}
	}

	/**
	 * Where the event is on its way, in the order of an event that fails.
	 */
	private enum Phase {

		CLAIM, CLAIMED, PUBLISH, REMAINING, REMAINED, OUTCOME, SETTLE, SETTLED, REPORT, END, ENDED;

		Phase afterFailure() {
			return switch (this) {
				case CLAIM, CLAIMED, PUBLISH, REMAINING, REMAINED -> OUTCOME;
				case OUTCOME -> SETTLE;
				case SETTLE, SETTLED -> REPORT;
				case REPORT, END, ENDED -> END;
			};
		}

		boolean usesStore() {
			return this == CLAIM || this == CLAIMED || this == SETTLE || this == SETTLED;
		}

	}

	/**
	 * One thread that runs phases. Guarded by the monitor of the handling.
	 */
	private static final class Run {

		private final Thread thread;

		private boolean begun;

		private boolean abandoned;

		Run(Thread thread) {
			this.thread = thread;
		}

	}

	private final class PhaseLimit extends TimeLimits.Limit {

		@Override
		void expired(TimeLimits limits) {
			EventHandling.this.expired(limits, this);
		}

	}

}
