package io.github.crispspring.dispatch;

import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskDecorator;

/**
 * What all events that are handled have in common.
 *
 * @param publisher publishes events to the listeners
 * @param deduplicator detects duplicates
 * @param executor the ordered queues
 * @param threads the threads and the timer
 * @param listenerLimits the time limits of listeners and error handlers
 * @param storeLimits the time limits of the deduplicator
 * @param observations creates observations
 * @param failures logs, counts and reports failures
 * @param retries delays and repeats what failed
 * @param decorator captures the context of the thread that accepts an event
 * @param duplicates the number of duplicates
 * @param unmatched the events without a listener
 */
record EventServices(ApplicationEventPublisher publisher, CrispEventDeduplicator deduplicator,
		KeyedSerialExecutor executor, ListenerThreads threads, TimeLimits listenerLimits, TimeLimits storeLimits,
		EventObservations observations, EventFailures failures, EventRetries retries, @Nullable TaskDecorator decorator,
		LongAdder duplicates, UnmatchedEvents unmatched) {

	/**
	 * Capture the context of the current thread. A decorator that fails fails the event
	 * when it is handled, not the caller.
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
