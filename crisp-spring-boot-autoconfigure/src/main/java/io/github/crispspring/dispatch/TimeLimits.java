package io.github.crispspring.dispatch;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Time limits of the same duration. As they expire in the order in which they were
 * started, a linked list and one scheduled task suffice for any number of them.
 */
final class TimeLimits {

	private static final Log logger = LogFactory.getLog(TimeLimits.class);

	private final ListenerThreads threads;

	private final Duration duration;

	private @Nullable Limit oldest;

	private @Nullable Limit newest;

	private boolean scheduled;

	TimeLimits(ListenerThreads threads, Duration duration) {
		this.threads = threads;
		this.duration = duration;
	}

	/**
	 * Return the duration of the limits.
	 */
	Duration duration() {
		return this.duration;
	}

	/**
	 * Start or restart a limit.
	 */
	synchronized void start(Limit limit) {
		remove(limit);
		limit.deadline = System.nanoTime() + this.duration.toNanos();
		limit.older = this.newest;
		if (this.newest != null) {
			this.newest.newer = limit;
		}
		else {
			this.oldest = limit;
		}
		this.newest = limit;
		limit.started = true;
		if (!this.scheduled) {
			schedule(this.duration);
		}
	}

	/**
	 * Start a limit unless it is running already.
	 */
	synchronized void startUnlessStarted(Limit limit) {
		if (!limit.started) {
			start(limit);
		}
	}

	/**
	 * Return whether a limit was started and has neither expired nor been stopped.
	 */
	synchronized boolean isStarted(Limit limit) {
		return limit.started;
	}

	/**
	 * Stop a limit, which then does not expire.
	 */
	synchronized void stop(Limit limit) {
		remove(limit);
	}

	private void remove(Limit limit) {
		if (!limit.started) {
			return;
		}
		limit.started = false;
		if (limit.older != null) {
			limit.older.newer = limit.newer;
		}
		else {
			this.oldest = limit.newer;
		}
		if (limit.newer != null) {
			limit.newer.older = limit.older;
		}
		else {
			this.newest = limit.older;
		}
		limit.older = null;
		limit.newer = null;
	}

	private void schedule(Duration delay) {
		this.scheduled = (this.threads.schedule(this::expire, delay) != null);
	}

	private void expire() {
		Limit expired = nextExpired();
		while (expired != null) {
			try {
				expired.expired(this);
			}
			catch (Throwable ex) {
				logger.error("Failed to enforce the time limit of an event", ex);
			}
			expired = nextExpired();
		}
	}

	private synchronized @Nullable Limit nextExpired() {
		Limit limit = this.oldest;
		if (limit == null) {
			this.scheduled = false;
			return null;
		}
		long remaining = limit.deadline - System.nanoTime();
		if (remaining > 0) {
			schedule(Duration.ofNanos(remaining));
			return null;
		}
		remove(limit);
		return limit;
	}

	/**
	 * A time limit, and its place in the list.
	 */
	abstract static class Limit {

		private long deadline;

		private boolean started;

		private @Nullable Limit older;

		private @Nullable Limit newer;

		/**
		 * Callback invoked on the timer's thread when the limit has passed.
		 * @param limits the time limits that the limit belongs to
		 */
		abstract void expired(TimeLimits limits);

	}

}
