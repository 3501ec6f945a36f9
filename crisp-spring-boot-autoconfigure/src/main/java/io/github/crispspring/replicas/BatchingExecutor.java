package io.github.crispspring.replicas;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;

/**
 * Executor of blocking work on a few threads. While they are busy, further items wait and
 * are then processed together, so that many of them need only one transaction. Items
 * whose subscriber has cancelled are skipped.
 *
 * @param <T> the type of the items
 * @param <R> the type of the result of an item
 */
final class BatchingExecutor<T, R> {

	private static final int MAX_BATCH = 64;

	private final Scheduler scheduler;

	private final int threads;

	private final Function<List<T>, List<R>> work;

	private final Deque<Submission<T, R>> waiting = new ArrayDeque<>();

	private int active;

	/**
	 * Create an executor.
	 * @param scheduler the scheduler that provides the threads
	 * @param threads the maximum number of batches that are processed at the same time
	 * @param work processes a batch and returns the results in the order of the items
	 */
	BatchingExecutor(Scheduler scheduler, int threads, Function<List<T>, List<R>> work) {
		this.scheduler = scheduler;
		this.threads = threads;
		this.work = work;
	}

	/**
	 * Submit an item on subscription.
	 */
	Mono<R> submit(T item) {
		return Mono.<Signal<R>>create((sink) -> submit(new Submission<>(item, sink))).dematerialize();
	}

	private void submit(Submission<T, R> submission) {
		synchronized (this) {
			this.waiting.add(submission);
			if (this.active >= this.threads) {
				return;
			}
			this.active++;
		}
		AtomicBoolean ran = new AtomicBoolean();
		try {
			this.scheduler.schedule(() -> {
				if (ran.compareAndSet(false, true)) {
					run();
				}
			});
		}
		catch (Throwable ex) {
			// Rejected, or no thread can be started. The scheduler may have queued the
			// task nevertheless, and run it later
			if (ran.compareAndSet(false, true)) {
				fail(submission, ex);
			}
		}
	}

	private void fail(Submission<T, R> submission, Throwable failure) {
		List<Submission<T, R>> failed;
		synchronized (this) {
			this.active--;
			// Others may wait for this thread
			failed = (this.active == 0) ? List.copyOf(this.waiting)
					: this.waiting.contains(submission) ? List.of(submission) : List.of();
			this.waiting.removeAll(failed);
		}
		failed.forEach((waiting) -> waiting.end(Signal.error(failure)));
	}

	private void run() {
		boolean ended = false;
		try {
			List<Submission<T, R>> batch = next();
			while (!batch.isEmpty()) {
				process(batch);
				batch = next();
			}
			ended = true;
		}
		finally {
			if (!ended) {
				end();
			}
		}
	}

	private synchronized void end() {
		this.active--;
	}

	private synchronized List<Submission<T, R>> next() {
		List<Submission<T, R>> batch = new ArrayList<>();
		while (batch.size() < MAX_BATCH && !this.waiting.isEmpty()) {
			Submission<T, R> next = this.waiting.remove();
			if (!next.isCancelled()) {
				batch.add(next);
			}
		}
		if (batch.isEmpty()) {
			this.active--;
		}
		return batch;
	}

	private void process(List<Submission<T, R>> batch) {
		try {
			List<R> results = this.work.apply(batch.stream().map(Submission::item).toList());
			for (int i = 0; i < results.size(); i++) {
				batch.get(i).end(Signal.next(results.get(i)));
			}
		}
		catch (Throwable ex) {
			batch.forEach((submission) -> submission.end(Signal.error(ex)));
		}
	}

	/**
	 * Item that waits or is being processed.
	 */
	private static final class Submission<T, R> {

		private final T item;

		private final MonoSink<Signal<R>> sink;

		private volatile boolean cancelled;

		Submission(T item, MonoSink<Signal<R>> sink) {
			this.item = item;
			this.sink = sink;
			sink.onCancel(() -> this.cancelled = true);
		}

		T item() {
			return this.item;
		}

		/**
		 * Emit a result. A failure is emitted as a value, as Reactor would log it as an
		 * error if the subscriber has cancelled.
		 */
		void end(Signal<R> result) {
			this.sink.success(result);
		}

		boolean isCancelled() {
			return this.cancelled;
		}

	}

}
