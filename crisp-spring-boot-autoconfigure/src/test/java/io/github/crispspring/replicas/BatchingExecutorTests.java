package io.github.crispspring.replicas;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BatchingExecutor}.
 */
class BatchingExecutorTests {

	private final ManualScheduler scheduler = new ManualScheduler();

	private final BatchingExecutor<String, String> executor = new BatchingExecutor<>(this.scheduler, 2,
			(items) -> items);

	@Test
	void itemsFailWhileNoThreadCanBeStarted() {
		this.scheduler.exhausted = true;
		for (int i = 0; i < 3; i++) {
			StepVerifier.create(submit("a")).verifyError(OutOfMemoryError.class);
		}
	}

	@Test
	void itemsAreProcessedAsSoonAsThreadsCanBeStartedAgain() {
		this.scheduler.exhausted = true;
		for (int i = 0; i < 3; i++) {
			StepVerifier.create(submit("a")).verifyError(OutOfMemoryError.class);
		}
		this.scheduler.exhausted = false;
		StepVerifier.create(submit("b")).then(this.scheduler::run).expectNext("b").verifyComplete();
	}

	@Test
	void taskThatStartsLateDoesNotExceedTheNumberOfBatches() {
		this.scheduler.late = true;
		for (int i = 0; i < 4; i++) {
			StepVerifier.create(submit("a")).verifyError(OutOfMemoryError.class);
		}
		this.scheduler.late = false;
		this.scheduler.run();
		for (int i = 0; i < 4; i++) {
			submit("b").subscribe();
		}
		assertThat(this.scheduler.tasks).hasSize(2);
	}

	@Test
	void itemsThatWaitForAThreadThatCannotBeStartedFail() {
		List<Throwable> failures = new ArrayList<>();
		this.scheduler.beforeStart = () -> {
			// Another thread submits before the first fails
			this.scheduler.beforeStart = () -> {
				this.scheduler.beforeStart = null;
				submit("third").subscribe(null, failures::add);
				this.scheduler.exhausted = true;
			};
			submit("second").subscribe(null, failures::add);
		};
		submit("first").subscribe(null, failures::add);
		assertThat(failures).hasSize(3).hasOnlyElementsOfType(OutOfMemoryError.class);
	}

	private Mono<String> submit(String item) {
		return this.executor.submit(item);
	}

	/**
	 * Scheduler whose tasks the test runs.
	 */
	private static final class ManualScheduler implements Scheduler {

		private final List<Runnable> tasks = new ArrayList<>();

		private boolean exhausted;

		/**
		 * Keep a task although no thread can be started, as an executor with a queue
		 * does.
		 */
		private boolean late;

		private Runnable beforeStart;

		@Override
		public Disposable schedule(Runnable task) {
			if (this.beforeStart != null) {
				this.beforeStart.run();
			}
			if (this.late) {
				this.tasks.add(task);
			}
			if (this.exhausted || this.late) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			this.tasks.add(task);
			return Disposables.disposed();
		}

		@Override
		public Worker createWorker() {
			throw new UnsupportedOperationException();
		}

		void run() {
			List.copyOf(this.tasks).forEach(Runnable::run);
			this.tasks.clear();
		}

	}

}
