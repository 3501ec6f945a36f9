package io.github.crispspring.dispatch;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskDecorator;

/**
 * Collaborators shared by the handling of all events.
 *
 * @param publisher the publisher that calls the listeners
 * @param deduplicator the strategy that detects duplicates
 * @param executor the ordered queues
 * @param threads the threads and the timer
 * @param listenerLimits the time limits of listeners and error handlers
 * @param storeLimits the time limits of the deduplicator
 * @param observations the observations of events
 * @param failures the log, counters and handlers of failures
 * @param retries the retries of events and replies
 * @param decorator the decorator that captures the context of the thread that accepts an
 * event
 * @param duplicates the number of duplicates
 * @param missingListeners the log of events without a listener
 */
record EventServices(ApplicationEventPublisher publisher, CrispEventDeduplicator deduplicator,
		KeyedSerialExecutor executor, ListenerThreads threads, TimeLimits listenerLimits, TimeLimits storeLimits,
		EventObservations observations, EventFailures failures, EventRetries retries, @Nullable TaskDecorator decorator,
		AccountCounter duplicates, MissingListenerLogger missingListeners) {

	/**
	 * Capture the context of the current thread. If the decorator fails, the event fails
	 * when it is handled, rather than the caller.
	 */
	Runnable decorate(Runnable task) {
		if (this.decorator == null) {
			return task;
		}
		try {
			return this.decorator.decorate(task);
		}
		catch (Throwable ex) {
			return () -> {
				throw new IllegalStateException("A TaskDecorator failed", ex);
			};
		}
	}

}
