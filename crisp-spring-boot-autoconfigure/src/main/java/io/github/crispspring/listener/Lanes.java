package io.github.crispspring.listener;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does work with the same key in order, one at a time, and work with different keys at
 * the same time. A lane exists only while it has work.
 */
final class Lanes {

	private final Executor executor;

	private final int capacity;

	private final AtomicInteger accepted = new AtomicInteger();

	private final ConcurrentMap<String, Queue<Work>> waiting = new ConcurrentHashMap<>();

	Lanes(Executor executor, int capacity) {
		this.executor = executor;
		this.capacity = capacity;
	}

	/**
	 * Accept work. It is done whether or not anybody subscribes to the result.
	 * @param key the key of the lane
	 * @param task the work, begun on a thread of the executor
	 * @return completes when the work is done
	 * @throws CrispSaturatedException if there is too much work already
	 */
	Mono<Void> submit(String key, Supplier<Mono<Void>> task) {
		if (this.accepted.incrementAndGet() > this.capacity) {
			this.accepted.decrementAndGet();
			throw new CrispSaturatedException(this.capacity);
		}
		Work work = new Work(task, Sinks.empty());
		if (isFirst(key, work)) {
			begin(key, work);
		}
		return work.done().asMono();
	}

	private boolean isFirst(String key, Work work) {
		boolean[] first = new boolean[1];
		this.waiting.compute(key, (ignored, queue) -> {
			if (queue == null) {
				first[0] = true;
				return new ArrayDeque<>();
			}
			queue.add(work);
			return queue;
		});
		return first[0];
	}

	private @Nullable Work next(String key) {
		Work[] next = new Work[1];
		this.waiting.computeIfPresent(key, (ignored, queue) -> {
			next[0] = queue.poll();
			return (next[0] != null) ? queue : null;
		});
		return next[0];
	}

	private void begin(String key, Work first) {
		Work work = first;
		while (work != null) {
			Work current = work;
			try {
				this.executor.execute(() -> perform(key, current));
				return;
			}
			catch (RejectedExecutionException ex) {
				end(current, ex);
				work = next(key);
			}
		}
	}

	private void perform(String key, Work work) {
		Mono.defer(work.task()).subscribe(null, (ex) -> {
			end(work, ex);
			continueWith(key);
		}, () -> {
			end(work, null);
			continueWith(key);
		});
	}

	private void continueWith(String key) {
		Work next = next(key);
		if (next != null) {
			begin(key, next);
		}
	}

	private void end(Work work, @Nullable Throwable failure) {
		this.accepted.decrementAndGet();
		if (failure != null) {
			work.done().tryEmitError(failure);
		}
		else {
			work.done().tryEmitEmpty();
		}
	}

	private record Work(Supplier<Mono<Void>> task, Sinks.Empty<Void> done) {

	}

}
