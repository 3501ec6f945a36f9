package io.github.crispspring.dispatch;

import java.util.Objects;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Task that runs in phases, each of which ends within a time limit, regardless of the
 * code that it calls.
 * <p>
 * A phase runs on a listener thread. It moves on to the next phase, waits for a result
 * without occupying a thread, or pauses. When its time limit has passed, its thread or
 * the result that it waits for is abandoned. Neither has an effect later, as every change
 * of state requires the {@link #current} run or the {@link #awaited} result, under the
 * monitor of this object.
 */
abstract class PhasedTask extends KeyedSerialExecutor.Task {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	private final EventServices services;

	private final Runnable phases;

	private final TimeLimits.Limit listenerLimit = new PhaseLimit();

	private final TimeLimits.Limit storeLimit = new PhaseLimit();

	private EventPhase phase;

	/**
	 * Whether a thread is about to run the phase.
	 */
	private boolean scheduled = true;

	private @Nullable Run current;

	private @Nullable AwaitedResult<?> awaited;

	private @Nullable AwaitedResult<?> available;

	/**
	 * Create a task, and capture the context of the current thread.
	 * @param services the collaborators shared by all events
	 * @param key the key of the ordered queue
	 * @param size the size of the event
	 * @param first the first phase
	 */
	PhasedTask(EventServices services, Object key, long size, EventPhase first) {
		super(key, size);
		this.services = services;
		this.phase = first;
		this.phases = services.decorate(this::runPhases);
	}

	/**
	 * Run a phase.
	 * @return whether the current thread runs the next phase
	 */
	abstract boolean run(EventPhase phase, Run run);

	/**
	 * Record a failure of a phase. Called under the monitor.
	 */
	abstract void failed(Throwable failure);

	/**
	 * Record that the time limit of a phase has passed. Called under the monitor.
	 * @return the next phase
	 */
	abstract EventPhase timedOut(EventPhase phase);

	@Override
	final void run() {
		Run run = new Run(Thread.currentThread());
		boolean store;
		synchronized (this) {
			if (!this.scheduled) {
				return;
			}
			this.scheduled = false;
			this.current = run;
			store = this.phase.usesStore();
		}
		limits(store).startUnlessStarted(limit(store));
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

	private void runPhases(Run run) {
		EventPhase current = phase(run);
		while (current != EventPhase.ENDED && run(current, run)) {
			current = phase(run);
		}
	}

	private synchronized EventPhase phase(Run run) {
		return (this.current == run) ? this.phase : EventPhase.ENDED;
	}

	/**
	 * Return whether phases remain that the current thread has neither run nor left
	 * waiting, because a task decorator or a phase has failed.
	 */
	private boolean isUnfinished(Run run, @Nullable Throwable failure) {
		AwaitedResult<?> unused = null;
		synchronized (this) {
			if (this.current != run || this.phase == EventPhase.ENDED) {
				return false;
			}
			failed((failure != null) ? failure
					: new IllegalStateException("A TaskDecorator did not run its task on the calling thread"));
			// Phases that only report or release can run without the decorator
			boolean repeat = !run.begun && this.phase.compareTo(EventPhase.OUTCOME) >= 0;
			if (!repeat) {
				this.phase = this.phase.afterFailure();
				unused = this.available;
				this.available = null;
			}
			run.begun = true;
		}
		if (unused != null) {
			abandon(unused);
		}
		return true;
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

	// Transitions

	/**
	 * Move on to another phase.
	 * @return whether the run is still current
	 */
	final synchronized boolean moveOn(Run run, EventPhase next) {
		if (this.current != run) {
			return false;
		}
		this.phase = next;
		return true;
	}

	/**
	 * Change the state and move on to another phase, if the run is still current.
	 * @param change changes the state and returns the next phase; called under the
	 * monitor
	 * @return whether the run is still current
	 */
	final synchronized boolean moveOn(Run run, Supplier<EventPhase> change) {
		if (this.current != run) {
			return false;
		}
		this.phase = change.get();
		return true;
	}

	/**
	 * Wait for a result without occupying a thread, unless it is available already.
	 * @return whether it is
	 */
	final boolean await(Run run, AwaitedResult<?> result, EventPhase next) {
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
	 * Return the result that the previous phase waited for. Called under the monitor.
	 */
	final AwaitedResult<?> takeResult() {
		AwaitedResult<?> result = Objects.requireNonNull(this.available);
		this.available = null;
		return result;
	}

	/**
	 * Callback invoked when a result is available, on any thread.
	 */
	final void arrived(AwaitedResult<?> result) {
		synchronized (this) {
			if (this.awaited != result) {
				// The subscribing thread takes the result, or it was abandoned
				return;
			}
			this.awaited = null;
			this.available = result;
			this.scheduled = true;
		}
		this.services.executor().resume(this);
	}

	/**
	 * Pause without occupying a thread or a slot.
	 * @return {@code false}
	 */
	final boolean pause(Run run, EventPhase next, long delay) {
		synchronized (this) {
			if (this.current != run) {
				return false;
			}
			this.phase = next;
			this.current = null;
			stopLimits();
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

	/**
	 * End immediately.
	 * @return the phase before, or {@code null} if the task had ended
	 */
	final synchronized @Nullable EventPhase endNow() {
		EventPhase last = this.phase;
		this.phase = EventPhase.ENDED;
		this.current = null;
		this.awaited = null;
		return (last != EventPhase.ENDED) ? last : null;
	}

	// Time limits

	private TimeLimits limits(boolean store) {
		return store ? this.services.storeLimits() : this.services.listenerLimits();
	}

	private TimeLimits.Limit limit(boolean store) {
		return store ? this.storeLimit : this.listenerLimit;
	}

	/**
	 * Start the time limit of a phase that calls the deduplicator, or of one that calls
	 * listeners.
	 */
	final synchronized void startLimit(Run run, boolean store) {
		if (this.current == run) {
			limits(store).start(limit(store));
		}
	}

	final synchronized void stopLimit(Run run, boolean store) {
		if (this.current == run) {
			limits(store).stop(limit(store));
		}
	}

	final void stopLimits() {
		limits(true).stop(limit(true));
		limits(false).stop(limit(false));
	}

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
			// An interrupted listener must not be followed by another one
			this.phase = timedOut(this.phase);
			abandonCurrent();
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

	/**
	 * Cancel the source of a result on another thread, as this may run code of the
	 * application.
	 */
	private void abandon(AwaitedResult<?> result) {
		executeAbandoned(result::abandon);
	}

	/**
	 * Run code of the application that belongs to an abandoned phase.
	 */
	final void executeAbandoned(Runnable action) {
		KeyedSerialExecutor executor = this.services.executor();
		executor.threadAbandoned();
		try {
			this.services.threads().execute(() -> {
				try {
					action.run();
				}
				catch (Throwable ex) {
					logger.warn("Failed to cancel work that exceeded its time limit", ex);
				}
				finally {
					executor.threadReturned();
				}
			});
		}
		catch (Throwable ex) {
			executor.threadReturned();
			logger.warn("Failed to cancel work that exceeded its time limit", ex);
		}
	}

	/**
	 * Describes the state without the content of the event.
	 */
	@Override
	public synchronized String toString() {
		return "%s[phase=%s, scheduled=%s, running=%s, waiting=%s]".formatted(getClass().getSimpleName(), this.phase,
				this.scheduled, this.current != null, this.awaited != null);
	}

	/**
	 * Execution of phases by one thread. Guarded by the monitor of the task.
	 */
	static final class Run {

		private final Thread thread;

		private boolean begun;

		private boolean abandoned;

		private Run(Thread thread) {
			this.thread = thread;
		}

	}

	private final class PhaseLimit extends TimeLimits.Limit {

		@Override
		void expired(TimeLimits limits) {
			PhasedTask.this.expired(limits, this);
		}

	}

}
