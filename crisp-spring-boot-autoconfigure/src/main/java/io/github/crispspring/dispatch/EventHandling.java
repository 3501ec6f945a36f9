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
 * Handling of one accepted event, through its {@link EventPhase phases} to exactly one
 * outcome.
 */
final class EventHandling extends PhasedTask {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	private static final long FIRST_CLAIM_DELAY = 100;

	private static final long MAX_CLAIM_DELAY = 5000;

	private final EventServices services;

	private final CrispEvent event;

	private final CrispDelivery delivery;

	private final @Nullable String duplicateKey;

	private final @Nullable CompletableFuture<Void> result;

	private final Observation observation;

	// Guarded by the monitor

	private @Nullable Claim claim;

	private @Nullable DispatchedEvent<?> published;

	private @Nullable Throwable failure;

	private @Nullable Throwable storeFailure;

	private Reason reason = Reason.FAILURE;

	private boolean handled;

	private boolean observed;

	// Used by the current run only

	private @Nullable Iterator<DispatchedEvent.Remaining> remaining;

	private @Nullable Object remainingListener;

	private @Nullable Set<Object> handledBy;

	private @Nullable BackOffExecution backOff;

	private int retries;

	private long claimDeadline;

	/**
	 * Create the handling of an event, and capture the context of the current thread.
	 * @param services the collaborators shared by all events
	 * @param key the key of the ordered queue
	 * @param event the event
	 * @param delivery how it was received
	 * @param duplicateKey the key shared by deliveries of the same event, or {@code null}
	 * if they cannot be detected
	 * @param result the result to complete, or {@code null} if the sender does not wait
	 * for it and does not deliver the event again
	 */
	EventHandling(EventServices services, Object key, CrispEvent event, CrispDelivery delivery,
			@Nullable String duplicateKey, @Nullable CompletableFuture<Void> result) {
		super(services, key, delivery.size(), (duplicateKey != null) ? EventPhase.CLAIM : EventPhase.PUBLISH);
		this.services = services;
		this.event = event;
		this.delivery = delivery;
		this.duplicateKey = duplicateKey;
		this.result = result;
		this.observation = services.observations().create(event, delivery);
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
	 * Retry an operation that sends after the commit.
	 */
	<T> Mono<T> retried(Mono<T> sending) {
		return this.services.retries().retry(sending);
	}

	private boolean isRedelivered() {
		return this.result != null;
	}

	@Override
	boolean run(EventPhase phase, Run run) {
		return switch (phase) {
			case CLAIM -> claim(run);
			case CLAIMED -> claimed(run);
			case PUBLISH -> publish(run);
			case REMAINING -> runRemaining(run);
			case REMAINING_DONE -> remainingDone(run);
			case OUTCOME -> decideOutcome(run);
			case SETTLE -> settle(run);
			case SETTLED -> settled(run);
			case REPORT -> report(run);
			case END -> end(run);
			case ENDED -> false;
		};
	}

	private boolean claim(Run run) {
		String key = Objects.requireNonNull(this.duplicateKey);
		AwaitedResult<Claim> claim = new AwaitedResult<>(this::arrived, this::releaseLate, Context.empty());
		claim.subscribeTo(() -> this.services.deduplicator().claim(key));
		return await(run, claim, EventPhase.CLAIMED);
	}

	/**
	 * Release a claim that was obtained too late, so that other deliveries can claim the
	 * event.
	 */
	private void releaseLate(Claim claim) {
		executeAbandoned(() -> claim.release()
			.subscribe(null, (ex) -> logger.warn(
					"Failed to release a claim that was obtained after its time limit; it remains until it expires",
					ex)));
	}

	private boolean claimed(Run run) {
		stopLimit(run, true);
		return moveOn(run, () -> {
			AwaitedResult<?> result = takeResult();
			Throwable failure = result.failure();
			if (failure != null) {
				this.failure = failure;
				this.reason = Reason.DEDUPLICATION;
				return EventPhase.REPORT;
			}
			this.failure = null;
			this.claim = (Claim) result.value();
			this.handled = (this.claim == null);
			return this.handled ? EventPhase.END : EventPhase.PUBLISH;
		});
	}

	private boolean publish(Run run) {
		DispatchedEvent<CrispEvent> published = new DispatchedEvent<>(this.event, this);
		boolean first = !this.observed;
		boolean current = moveOn(run, () -> {
			this.observed = true;
			this.published = published;
			this.failure = null;
			this.reason = Reason.FAILURE;
			return EventPhase.PUBLISH;
		});
		if (!current) {
			return false;
		}
		startLimit(run, false);
		if (first) {
			this.backOff = null;
			this.services.observations().start(this.observation);
		}
		EventObservations.Scope scope = this.services.observations().openScope(this.observation);
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
		boolean inTime = moveOn(run, () -> {
			this.failure = published.failure();
			return EventPhase.REMAINING;
		});
		if (inTime) {
			this.remaining = published.remaining().iterator();
			if (!published.hasMatched()) {
				this.services.missingListeners().add(this.event);
			}
		}
		return inTime;
	}

	/**
	 * Run the remaining work of listeners one after the other, even after a failure.
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
				return await(run, result, EventPhase.REMAINING_DONE);
			}
			handledBy(next.listener());
		}
		return moveOn(run, EventPhase.OUTCOME);
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

	private boolean remainingDone(Run run) {
		return moveOn(run, () -> {
			Throwable failure = takeResult().failure();
			if (failure != null) {
				failed(failure);
			}
			else {
				handledBy(this.remainingListener);
			}
			return EventPhase.REMAINING;
		});
	}

	private boolean decideOutcome(Run run) {
		stopLimit(run, false);
		Throwable failure;
		boolean handled;
		boolean retriable;
		boolean observed;
		DispatchedEvent<?> published;
		synchronized (this) {
			failure = this.failure;
			published = this.published;
			handled = (failure == null) || (published != null && published.isCommitted());
			retriable = !handled && published != null && this.reason == Reason.FAILURE && !isRedelivered();
			observed = this.observed;
		}
		if (published != null) {
			published.end();
		}
		if (failure != null && retriable) {
			long delay = nextRetry(failure);
			if (delay != BackOffExecution.STOP) {
				this.services.failures().retrying(this.event, this.delivery, failure, ++this.retries, delay);
				return pause(run, EventPhase.PUBLISH, delay);
			}
		}
		boolean current = moveOn(run, () -> {
			this.handled = handled;
			return EventPhase.SETTLE;
		});
		if (current && observed) {
			this.services.observations().stop(this.observation, failure);
		}
		return current;
	}

	private long nextRetry(Throwable failure) {
		RetryPolicy policy = this.services.retries().policy();
		if (policy == null || this.services.retries().isStopping()) {
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
			return moveOn(run, this::afterSettling);
		}
		startLimit(run, true);
		AwaitedResult<Void> result = new AwaitedResult<>(this::arrived, null, Context.empty());
		result.subscribeTo(() -> handled ? claim.complete() : claim.release());
		return await(run, result, EventPhase.SETTLED);
	}

	private boolean settled(Run run) {
		stopLimit(run, true);
		boolean current = moveOn(run, () -> {
			this.storeFailure = takeResult().failure();
			return afterSettling();
		});
		if (current && this.storeFailure != null) {
			logger.warn("Duplicate store unavailable; event '%s' %s".formatted(this.event.name(),
					this.handled ? "was handled and may be handled again if it is redelivered"
							: "failed and its claim remains until it expires"),
					this.storeFailure);
		}
		return current;
	}

	private EventPhase afterSettling() {
		return (this.failure != null) ? EventPhase.REPORT : EventPhase.END;
	}

	private boolean report(Run run) {
		Throwable failure;
		boolean handled;
		Reason reason;
		synchronized (this) {
			failure = Objects.requireNonNull(this.failure);
			handled = this.handled;
			reason = this.reason;
		}
		if (reason == Reason.DEDUPLICATION && waitForStore(run, failure)) {
			return false;
		}
		startLimit(run, false);
		if (handled) {
			this.services.failures().failedAfterCommit(this.event, this.delivery, failure);
		}
		else {
			this.services.failures().lost(this.event, this.delivery, reason, failure, isRedelivered());
		}
		this.services.failures().report(this.event, this.delivery, failure);
		return moveOn(run, EventPhase.END);
	}

	/**
	 * An event that is not delivered again waits until the store recovers.
	 */
	private boolean waitForStore(Run run, Throwable failure) {
		long now = System.nanoTime();
		if (this.backOff == null) {
			this.backOff = new ExponentialBackOff(FIRST_CLAIM_DELAY, 2).start();
			this.claimDeadline = now + this.services.storeLimits().duration().toNanos();
			logger.warn("Duplicate store unavailable; event '%s' %s".formatted(this.event.name(),
					isRedelivered() ? "is rejected" : "waits until it recovers"), failure);
		}
		if (isRedelivered() || failure instanceof TimeoutException || this.services.retries().isStopping()
				|| this.claimDeadline - now < 0) {
			return false;
		}
		pause(run, EventPhase.CLAIM, Math.min(this.backOff.nextBackOff(), MAX_CLAIM_DELAY));
		return true;
	}

	private boolean end(Run run) {
		if (moveOn(run, EventPhase.ENDED)) {
			stopLimits();
			try {
				if (this.handled && this.claim == null && this.duplicateKey != null) {
					this.services.duplicates().increment(this.delivery.account());
				}
			}
			finally {
				this.services.executor().release(this);
				complete(this.handled ? null : result(this.failure));
			}
		}
		return false;
	}

	/**
	 * Without a claim no listener is called, so that the event is rejected after all.
	 */
	private @Nullable Throwable result(@Nullable Throwable failure) {
		return (this.reason != Reason.DEDUPLICATION) ? failure
				: new CrispEventRejectedException(CrispEventRejectedException.Reason.DEDUPLICATION,
						"Duplicates of the event could not be detected", failure);
	}

	private void complete(@Nullable Throwable failure) {
		if (this.result != null && failure == null) {
			this.result.complete(null);
		}
		else if (this.result != null) {
			this.result.completeExceptionally(failure);
		}
	}

	/**
	 * End immediately, as the application has stopped.
	 */
	void discard() {
		EventPhase last = endNow();
		if (last == null) {
			return;
		}
		synchronized (this) {
			if (this.published != null) {
				this.published.close();
			}
		}
		if (last.compareTo(EventPhase.OUTCOME) <= 0) {
			this.services.failures().lost(this.event, this.delivery, Reason.SHUTDOWN, null, isRedelivered());
		}
		complete(new CrispEventRejectedException(CrispEventRejectedException.Reason.CAPACITY,
				"The application has stopped", null));
	}

	@Override
	void failed(Throwable failure) {
		this.failure = EventFailures.add(this.failure, failure);
	}

	@Override
	EventPhase timedOut(EventPhase phase) {
		if (this.published != null) {
			this.published.close();
		}
		return switch (phase) {
			case CLAIM, CLAIMED -> {
				this.failure = new TimeoutException(
						"The duplicate store did not respond within " + this.services.storeLimits().duration());
				this.reason = Reason.DEDUPLICATION;
				yield EventPhase.REPORT;
			}
			case PUBLISH, REMAINING, REMAINING_DONE, OUTCOME -> {
				TimeoutException timeout = new TimeoutException(
						"The listeners did not complete within %s ('crisp.listener.timeout')"
							.formatted(this.services.listenerLimits().duration()));
				this.failure = (this.failure != null) ? EventFailures.add(timeout, this.failure) : timeout;
				this.reason = Reason.TIMEOUT;
				yield EventPhase.OUTCOME;
			}
			case SETTLE, SETTLED -> {
				logTimeout("Duplicate store unavailable: no response within %s after event '%s'"
					.formatted(this.services.storeLimits().duration(), this.event.name()));
				yield afterSettling();
			}
			case REPORT -> {
				logTimeout("An error handler did not return within %s for event '%s'"
					.formatted(this.services.listenerLimits().duration(), this.event.name()));
				yield EventPhase.END;
			}
			case END, ENDED -> phase;
		};
	}

	/**
	 * Log on another thread, as an appender of the application must not block the timer.
	 */
	private void logTimeout(String message) {
		executeAbandoned(() -> logger.error(message));
	}

}
