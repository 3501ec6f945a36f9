package io.github.crispspring.webhook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * Deadlines of the same duration, most of which are met. As they pass in the order in
 * which they were started, a linked list and one timer suffice for any number of them,
 * and starting and meeting one takes constant time.
 */
final class Deadlines {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private final long duration;

	private @Nullable Deadline oldest;

	private @Nullable Deadline newest;

	private boolean scheduled;

	/**
	 * Create the deadlines.
	 * @param duration the time from the start of a deadline until it passes
	 */
	Deadlines(Duration duration) {
		this.duration = duration.toNanos();
	}

	/**
	 * Start a deadline.
	 * @param callback callback invoked on a thread of the timer when the deadline passes,
	 * which must not block
	 * @return the deadline, to dispose of when it is met
	 */
	synchronized Disposable start(Runnable callback) {
		Deadline deadline = new Deadline(callback, System.nanoTime() + this.duration);
		deadline.older = this.newest;
		if (this.newest != null) {
			this.newest.newer = deadline;
		}
		else {
			this.oldest = deadline;
		}
		this.newest = deadline;
		if (!this.scheduled) {
			schedule(this.duration);
		}
		return deadline;
	}

	private void schedule(long delay) {
		Schedulers.parallel().schedule(this::pass, delay, TimeUnit.NANOSECONDS);
		this.scheduled = true;
	}

	private void pass() {
		Deadline passed = nextPassed();
		while (passed != null) {
			try {
				passed.callback.run();
			}
			catch (Throwable ex) {
				logger.error("Failed to respond to a webhook whose deadline has passed", ex);
			}
			passed = nextPassed();
		}
	}

	private synchronized @Nullable Deadline nextPassed() {
		Deadline deadline = this.oldest;
		if (deadline == null) {
			this.scheduled = false;
			return null;
		}
		long remaining = deadline.time - System.nanoTime();
		if (remaining > 0) {
			this.scheduled = false;
			schedule(remaining);
			return null;
		}
		remove(deadline);
		return deadline;
	}

	private synchronized void remove(Deadline deadline) {
		if (deadline.ended) {
			return;
		}
		deadline.ended = true;
		if (deadline.older != null) {
			deadline.older.newer = deadline.newer;
		}
		else {
			this.oldest = deadline.newer;
		}
		if (deadline.newer != null) {
			deadline.newer.older = deadline.older;
		}
		else {
			this.newest = deadline.older;
		}
	}

	/**
	 * A deadline, and its place in the list.
	 */
	private final class Deadline implements Disposable {

		private final Runnable callback;

		private final long time;

		private @Nullable Deadline older;

		private @Nullable Deadline newer;

		private boolean ended;

		Deadline(Runnable callback, long time) {
			this.callback = callback;
			this.time = time;
		}

		@Override
		public void dispose() {
			remove(this);
		}

	}

}
