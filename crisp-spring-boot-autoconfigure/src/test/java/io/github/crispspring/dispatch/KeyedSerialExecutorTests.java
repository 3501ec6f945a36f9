package io.github.crispspring.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyedSerialExecutor}.
 */
class KeyedSerialExecutorTests {

	private final ListenerThreads threads = ListenerThreads.platform();

	private final KeyedSerialExecutor executor = executor(100, 10_000, Long.MAX_VALUE);

	@AfterEach
	void close() {
		this.threads.close();
	}

	@Test
	void tasksOfSameKeyRunInOrderOneAtATime() {
		Map<Object, List<Integer>> done = new ConcurrentHashMap<>();
		List<TestTask> tasks = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			String key = "key " + (i % 50);
			int number = i;
			tasks.add(submit(this.executor, key, (task) -> {
				done.computeIfAbsent(key, (ignored) -> new CopyOnWriteArrayList<>()).add(number);
				if (ThreadLocalRandom.current().nextBoolean()) {
					task.release();
				}
				else {
					task.releaseLater();
				}
			}));
		}
		tasks.forEach(TestTask::await);
		assertThat(done).hasSize(50).allSatisfy((key, numbers) -> assertThat(numbers).hasSize(100).isSorted());
		assertThat(this.executor.pending()).isZero();
	}

	@Test
	void slowTaskDoesNotDelayAnotherKey() {
		TestTask slow = submit(this.executor, "slow", (task) -> {
		});
		submit(this.executor, "fast", TestTask::release).await();
		slow.releaseLater();
		slow.await();
	}

	@Test
	void failingTaskDoesNotAffectOthers() {
		KeyedSerialExecutor one = executor(1, 10, Long.MAX_VALUE);
		submit(one, "key", (task) -> {
			task.release();
			throw new StackOverflowError("thrown");
		});
		submit(one, "other", TestTask::release).await();
	}

	@Test
	void tasksBeyondTheCapacityAreRejected() {
		KeyedSerialExecutor narrow = executor(100, 2, Long.MAX_VALUE);
		TestTask first = submit(narrow, "key", (task) -> {
		});
		submit(narrow, "key", TestTask::release);
		assertThat(narrow.submit(task(narrow, "other", 0, TestTask::release)))
			.contains("crisp.listener.queue-capacity");
		first.releaseLater();
		first.await();
		narrow.whenCapacity(0).join();
		submit(narrow, "other", TestTask::release).await();
	}

	@Test
	void tasksBeyondTheMaximumSizeAreRejected() {
		KeyedSerialExecutor narrow = executor(100, 1000, 100);
		TestTask first = task(narrow, "key", 70, (task) -> {
		});
		assertThat(narrow.submit(first)).isNull();
		assertThat(narrow.submit(task(narrow, "other", 31, TestTask::release))).contains("crisp.listener.queue-size");
		assertThat(narrow.submit(task(narrow, "other", 30, TestTask::release))).isNull();
		first.releaseLater();
		first.await();
	}

	@Test
	void taskLargerThanTheMaximumSizeRunsAlone() {
		KeyedSerialExecutor narrow = executor(100, 1000, 100);
		TestTask large = task(narrow, "key", 5000, (task) -> {
		});
		assertThat(narrow.submit(large)).isNull();
		assertThat(narrow.submit(task(narrow, "other", 1, TestTask::release))).isNotNull();
		CompletableFuture<Void> capacity = narrow.whenCapacity(1);
		assertThat(capacity).isNotDone();
		large.releaseLater();
		capacity.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
	}

	@Test
	void allWaitingCallersAreNotifiedOfCapacity() {
		KeyedSerialExecutor narrow = executor(100, 1, Long.MAX_VALUE);
		assertThat(narrow.whenCapacity(0)).isDone();
		TestTask task = submit(narrow, "key", (running) -> {
		});
		CompletableFuture<Void> both = CompletableFuture.allOf(narrow.whenCapacity(0), narrow.whenCapacity(0));
		assertThat(both).isNotDone();
		task.releaseLater();
		both.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
	}

	@Test
	void concurrencyLimitsRunningKeys() {
		KeyedSerialExecutor two = executor(2, 1000, Long.MAX_VALUE);
		AtomicInteger active = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		List<TestTask> tasks = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			tasks.add(submit(two, "key " + i, (task) -> {
				most.accumulateAndGet(active.incrementAndGet(), Math::max);
				active.decrementAndGet();
				task.release();
			}));
		}
		tasks.forEach(TestTask::await);
		assertThat(most).hasValueBetween(1, 2);
	}

	@Test
	void taskRunsWhenThreadCanBeStartedAgain() {
		AtomicInteger attempts = new AtomicInteger();
		ListenerThreads scarce = ListenerThreads.on((task) -> {
			if (attempts.incrementAndGet() <= 2) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			this.threads.execute(task);
		});
		try {
			KeyedSerialExecutor one = new KeyedSerialExecutor(scarce, 1, 100, Long.MAX_VALUE);
			TestTask first = submit(one, "key", TestTask::release);
			submit(one, "other", TestTask::release).await();
			first.await();
			assertThat(one.pending()).isZero();
		}
		finally {
			scarce.close();
		}
	}

	@Test
	void parkedTaskReleasesSlotButKeepsOrder() {
		KeyedSerialExecutor one = executor(1, 100, Long.MAX_VALUE);
		List<String> order = new CopyOnWriteArrayList<>();
		CountDownLatch parked = new CountDownLatch(1);
		TestTask first = submit(one, "key", (task) -> {
			if (parked.getCount() > 0) {
				one.park(task);
				parked.countDown();
			}
			else {
				order.add("first");
				task.release();
			}
		});
		TestTask second = submit(one, "key", (task) -> {
			order.add("second");
			task.release();
		});
		submit(one, "other", (task) -> {
			order.add("other");
			task.release();
		}).await();
		one.unpark(first);
		second.await();
		assertThat(order).containsExactly("other", "first", "second");
	}

	@Test
	void abandonedThreadsAreReplacedUpToTheConcurrency() {
		KeyedSerialExecutor two = executor(2, 100, Long.MAX_VALUE);
		two.threadAbandoned();
		two.threadAbandoned();
		submit(two, "key", TestTask::release).await();
		two.threadAbandoned();
		two.threadAbandoned();
		TestTask waiting = submit(two, "key", TestTask::release);
		assertThat(two.pending()).isEqualTo(1);
		two.threadReturned();
		submit(two, "other", TestTask::release).await();
		waiting.await();
	}

	@Test
	void closedExecutorCompletesAcceptedTasksAndRejectsOthers() {
		CompletableFuture<Void> idle = new CompletableFuture<>();
		TestTask first = submit(this.executor, "key", (task) -> {
		});
		List<TestTask> further = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			further.add(submit(this.executor, "key", TestTask::release));
		}
		this.executor.close(() -> idle.complete(null));
		assertThat(this.executor.submit(task(this.executor, "other", 0, TestTask::release))).contains("stopping");
		assertThat(this.executor.whenCapacity(0)).isNotDone();
		assertThat(idle).isNotDone();
		first.releaseLater();
		idle.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
		assertThat(further).allMatch((task) -> task.completed);
		CompletableFuture<Void> capacity = this.executor.whenCapacity(0);
		this.executor.open();
		assertThat(capacity).isDone();
		submit(this.executor, "key", TestTask::release).await();
	}

	@Test
	void waitingAndRunningTasksAreListed() {
		TestTask running = submit(this.executor, "key", (task) -> {
		});
		TestTask waiting = submit(this.executor, "key", TestTask::release);
		assertThat(this.executor.tasks()).containsExactly(running, waiting);
		running.releaseLater();
		waiting.await();
		assertThat(this.executor.tasks()).isEmpty();
	}

	private KeyedSerialExecutor executor(int concurrency, int capacity, long maxSize) {
		return new KeyedSerialExecutor(this.threads, concurrency, capacity, maxSize);
	}

	private static TestTask task(KeyedSerialExecutor executor, Object key, long size, Consumer<TestTask> action) {
		return new TestTask(executor, key, size, action);
	}

	private static TestTask submit(KeyedSerialExecutor executor, Object key, Consumer<TestTask> action) {
		TestTask task = task(executor, key, 0, action);
		assertThat(executor.submit(task)).isNull();
		return task;
	}

	private static final class TestTask extends KeyedSerialExecutor.Task {

		private final KeyedSerialExecutor executor;

		private final Consumer<TestTask> action;

		private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();

		private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

		private volatile boolean resumed;

		private volatile boolean completed;

		TestTask(KeyedSerialExecutor executor, Object key, long size, Consumer<TestTask> action) {
			super(key, size);
			this.executor = executor;
			this.action = action;
		}

		@Override
		void run() {
			if (this.resumed) {
				release();
			}
			else {
				this.started.complete(null);
				this.action.accept(this);
			}
		}

		void release() {
			this.completed = true;
			this.executor.release(this);
			this.done.complete(null);
		}

		/**
		 * Release the task like one that has waited without a thread, once it has
		 * started.
		 */
		void releaseLater() {
			this.started.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
			this.resumed = true;
			this.executor.resume(this);
		}

		void await() {
			this.done.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
		}

	}

}
