package io.github.crispspring.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Bounded executor that runs tasks with the same key one at a time, in the order they
 * were submitted, and tasks with different keys concurrently.
 * <p>
 * A task keeps its slot and its key until it calls {@link #release(Task)}, also while it
 * waits for something without occupying a thread. A thread runs tasks as long as any are
 * ready, and waits a moment for the next one, so that a busy executor does not hand over
 * work between threads.
 */
final class KeyedSerialExecutor {

	private static final Log logger = LogFactory.getLog(KeyedSerialExecutor.class);

	private static final Duration THREAD_RETRY_DELAY = Duration.ofMillis(200);

	/**
	 * Time after which a thread without a task looks for one again before it returns to
	 * the pool. It is not woken before, as that costs more than a short task, and a fast
	 * sender would wake a thread for almost every task. A task may start that much later.
	 */
	private static final Duration LINGER_TIME = Duration.ofNanos(500_000);

	private final ListenerThreads threads;

	private final int concurrency;

	private final int capacity;

	private final long maxSize;

	/**
	 * Oldest task of each key in use. It links to the following ones.
	 */
	private final Map<Object, Task> oldest = new HashMap<>();

	private final Deque<Task> ready = new ArrayDeque<>();

	private int accepted;

	private long acceptedSize;

	private int active;

	private int abandoned;

	/**
	 * Whether a thread is about to look for a task, because it was started or lingers.
	 */
	private boolean starting;

	private @Nullable Runnable whenIdle;

	private @Nullable CompletableFuture<Void> capacityAvailable;

	/**
	 * Create an executor that accepts tasks until it is closed.
	 * @param threads the threads to run tasks on
	 * @param concurrency the maximum number of keys whose tasks run at the same time
	 * @param capacity the maximum number of tasks that wait or run
	 * @param maxSize the maximum size of these tasks together
	 */
	KeyedSerialExecutor(ListenerThreads threads, int concurrency, int capacity, long maxSize) {
		this.threads = threads;
		this.concurrency = concurrency;
		this.capacity = capacity;
		this.maxSize = maxSize;
	}

	/**
	 * Submit a task.
	 * @param task the task
	 * @return a description of why the task was not accepted, or {@code null} if it was
	 */
	@Nullable String submit(Task task) {
		synchronized (this) {
			String rejection = rejection(task.size);
			if (rejection != null) {
				return rejection;
			}
			this.accepted++;
			this.acceptedSize += task.size;
			Task oldest = this.oldest.putIfAbsent(task.key, task);
			if (oldest == null) {
				this.ready.add(task);
			}
			else {
				oldest.last.next = task;
				oldest.last = task;
			}
		}
		startWorker();
		return null;
	}

	private @Nullable String rejection(long size) {
		if (this.whenIdle != null) {
			return "The application is stopping";
		}
		if (this.accepted >= this.capacity) {
			return "%d events are waiting or being handled, the maximum set by 'crisp.listener.queue-capacity'"
				.formatted(this.accepted);
		}
		// A task that is larger than the maximum runs alone
		if (this.acceptedSize + size > this.maxSize && this.accepted > 0) {
			return "Events of %d bytes are waiting or being handled, and 'crisp.listener.queue-size' allows %d bytes"
				.formatted(this.acceptedSize, this.maxSize);
		}
		return null;
	}

	/**
	 * Return a future that completes when a task may be accepted: immediately, or when
	 * another task has been released. Another task may be submitted before.
	 * @param size the size of the task
	 */
	synchronized CompletableFuture<Void> whenCapacity(long size) {
		if (rejection(size) == null) {
			return CompletableFuture.completedFuture(null);
		}
		if (this.capacityAvailable == null) {
			this.capacityAvailable = new CompletableFuture<>();
		}
		return this.capacityAvailable;
	}

	/**
	 * Resume a task that kept its slot while it was waiting.
	 */
	void resume(Task task) {
		try {
			this.threads.execute(() -> work(task));
		}
		catch (Throwable ex) {
			retryLater(() -> resume(task), ex);
		}
	}

	/**
	 * Give up the slot of a task, but not its place before later tasks of the same key.
	 */
	void park(Task task) {
		synchronized (this) {
			this.active--;
		}
	}

	/**
	 * Run a parked task again as soon as a slot is free.
	 */
	void unpark(Task task) {
		synchronized (this) {
			this.ready.addFirst(task);
		}
		startWorker();
	}

	/**
	 * Release the slot, the key and the capacity of a task that has completed. Called
	 * exactly once for each accepted task, on the thread that ran it, which runs the next
	 * one.
	 */
	void release(Task task) {
		Runnable idle;
		CompletableFuture<Void> available = null;
		synchronized (this) {
			this.active--;
			idle = remove(task);
			if (this.whenIdle == null) {
				available = this.capacityAvailable;
				this.capacityAvailable = null;
			}
		}
		if (available != null) {
			available.complete(null);
		}
		if (idle != null) {
			idle.run();
		}
	}

	/**
	 * Return the tasks that wait or run.
	 */
	synchronized List<Task> tasks() {
		List<Task> tasks = new ArrayList<>();
		for (Task oldest : this.oldest.values()) {
			for (Task task = oldest; task != null; task = task.next) {
				tasks.add(task);
			}
		}
		return tasks;
	}

	private @Nullable Runnable remove(Task task) {
		this.accepted--;
		this.acceptedSize -= task.size;
		Task next = task.next;
		if (next != null) {
			next.last = task.last;
			this.oldest.put(next.key, next);
			this.ready.add(next);
		}
		else {
			this.oldest.remove(task.key);
		}
		return (this.accepted == 0) ? this.whenIdle : null;
	}

	/**
	 * Account for a thread that was abandoned in a task. Other threads replace it, up to
	 * the concurrency of the executor.
	 */
	synchronized void threadAbandoned() {
		this.abandoned++;
	}

	/**
	 * Account for an abandoned thread that has returned.
	 */
	void threadReturned() {
		synchronized (this) {
			this.abandoned--;
		}
		startWorker();
	}

	/**
	 * Return the number of threads that are abandoned at present.
	 */
	synchronized int abandonedThreads() {
		return this.abandoned;
	}

	/**
	 * Return the number of tasks that wait or run.
	 */
	synchronized int pending() {
		return this.accepted;
	}

	/**
	 * Accept tasks.
	 */
	void open() {
		CompletableFuture<Void> available;
		synchronized (this) {
			this.whenIdle = null;
			available = this.capacityAvailable;
			this.capacityAvailable = null;
		}
		if (available != null) {
			available.complete(null);
		}
	}

	/**
	 * Accept no more tasks.
	 * @param whenIdle callback invoked when all accepted tasks have completed
	 */
	void close(Runnable whenIdle) {
		boolean idle;
		synchronized (this) {
			this.whenIdle = whenIdle;
			idle = (this.accepted == 0);
		}
		if (idle) {
			whenIdle.run();
		}
	}

	/**
	 * Start a thread for the tasks that are ready, unless one is starting already: it
	 * runs them, or starts another one. Waking a thread costs more than a short task.
	 */
	private void startWorker() {
		synchronized (this) {
			if (this.starting || this.ready.isEmpty() || !hasSlot()) {
				return;
			}
			this.starting = true;
		}
		try {
			this.threads.execute(this::startWork);
		}
		catch (Throwable ex) {
			synchronized (this) {
				this.starting = false;
			}
			retryLater(this::startWorker, ex);
		}
	}

	/**
	 * Retry, as the lack of threads may be temporary.
	 */
	private void retryLater(Runnable start, Throwable failure) {
		if (!this.threads.isClosed()) {
			logger.warn("Failed to start a listener thread; retrying in " + THREAD_RETRY_DELAY.toMillis() + " ms",
					failure);
			this.threads.schedule(start, THREAD_RETRY_DELAY);
		}
	}

	private boolean hasSlot() {
		// Abandoned threads beyond the concurrency count as active
		return this.active + Math.max(0, this.abandoned - this.concurrency) < this.concurrency;
	}

	private synchronized @Nullable Task nextReady() {
		Task task = hasSlot() ? this.ready.poll() : null;
		if (task != null) {
			this.active++;
		}
		return task;
	}

	private void startWork() {
		work(firstReady());
		while (linger()) {
			Task task = firstReady();
			if (task == null) {
				return;
			}
			work(task);
		}
	}

	/**
	 * Return the first task of a thread that was started or has lingered, and start
	 * another thread if more tasks are ready.
	 */
	private @Nullable Task firstReady() {
		Task task;
		synchronized (this) {
			this.starting = false;
			task = nextReady();
		}
		startWorker();
		return task;
	}

	/**
	 * Wait for {@link #LINGER_TIME}, unless another thread does.
	 * @return whether to look for a task
	 */
	private boolean linger() {
		synchronized (this) {
			if (this.starting) {
				return false;
			}
			this.starting = true;
		}
		try {
			LockSupport.parkNanos(LINGER_TIME.toNanos());
		}
		catch (Throwable ex) {
			// A virtual thread needs memory for its timer. Without it, look for a task
			// immediately, as no other thread is started before.
		}
		return true;
	}

	private void work(@Nullable Task first) {
		Task task = first;
		while (task != null) {
			// Clear an interruption of the previous task
			Thread.interrupted();
			try {
				task.run();
			}
			catch (Throwable ex) {
				logger.error("Unexpected error while dispatching an event; it fails when its time limit passes", ex);
			}
			task = nextReady();
		}
	}

	/**
	 * A task, and its place in the queue of its key.
	 */
	abstract static class Task {

		private final Object key;

		private final long size;

		private @Nullable Task next;

		/**
		 * The last task of the key, known to the oldest one.
		 */
		private Task last = this;

		/**
		 * Create a task.
		 * @param key the key
		 * @param size the size, as far as the maximum is concerned
		 */
		Task(Object key, long size) {
			this.key = key;
			this.size = size;
		}

		/**
		 * Run until the task is released or has to wait.
		 */
		abstract void run();

	}

}
