package io.github.crispspring.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Delayed retries of events and replies, until the application stops.
 */
final class EventRetries {

	private static final int MAX_RETRIES_AFTER_COMMIT = 3;

	private final ListenerThreads threads;

	private final @Nullable RetryPolicy policy;

	private final Set<Wakeup> waiting = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	EventRetries(ListenerThreads threads, @Nullable RetryPolicy policy) {
		this.threads = threads;
		this.policy = policy;
	}

	/**
	 * Return the policy for events, or {@code null} if they are not retried.
	 */
	@Nullable RetryPolicy policy() {
		return this.policy;
	}

	boolean isStopping() {
		return this.stopping;
	}

	/**
	 * Run an action after a delay, or as soon as the application stops.
	 */
	void runLater(Runnable action, long delay) {
		Wakeup wakeup = new Wakeup(action);
		this.waiting.add(wakeup);
		boolean scheduled = this.threads.schedule(wakeup, Duration.ofMillis(delay)) != null;
		if (!scheduled || this.stopping) {
			wakeup.run();
		}
	}

	/**
	 * Retry an operation that sends, with the back-off of the policy if it is set.
	 */
	<T> Mono<T> retry(Mono<T> sending) {
		return Mono.defer(() -> {
			BackOffExecution delays = afterCommit().start();
			return sending.retryWhen(Retry.from((signals) -> signals.concatMap((signal) -> {
				long delay = this.stopping ? BackOffExecution.STOP : delays.nextBackOff();
				return (delay == BackOffExecution.STOP) ? Mono.error(signal.failure())
						: Mono.delay(Duration.ofMillis(delay));
			})));
		});
	}

	private BackOff afterCommit() {
		if (this.policy != null) {
			return this.policy.getBackOff();
		}
		ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
		backOff.setMaxAttempts(MAX_RETRIES_AFTER_COMMIT);
		return backOff;
	}

	void start() {
		this.stopping = false;
	}

	/**
	 * End all delays. Further failures are not retried.
	 */
	void stop() {
		this.stopping = true;
		this.waiting.forEach(Wakeup::run);
	}

	/**
	 * Runs its action once.
	 */
	private final class Wakeup implements Runnable {

		private final Runnable action;

		Wakeup(Runnable action) {
			this.action = action;
		}

		@Override
		public void run() {
			if (EventRetries.this.waiting.remove(this)) {
				this.action.run();
			}
		}

	}

}
