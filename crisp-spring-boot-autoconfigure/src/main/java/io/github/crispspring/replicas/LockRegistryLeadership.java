package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

import io.github.crispspring.rtm.CrispRtmLeadership;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Lets the instance lead that holds a lock of a {@link LockRegistry}, chosen by a
 * {@link LockRegistryLeaderInitiator}. The lock is released after the connection was
 * closed. Where the lock cannot be renewed, because what keeps it is out of reach, the
 * connection is closed before the lock's lease ends and another instance may have it.
 */
public final class LockRegistryLeadership implements CrispRtmLeadership, DisposableBean {

	/**
	 * How long the thread that holds the lock may take to end with the context.
	 */
	private static final Duration END_LIMIT = Duration.ofSeconds(5);

	private final LockRegistry<?> locks;

	private final String name;

	private final Duration lease;

	private final Clock clock;

	private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(threads());

	/**
	 * Create a leadership.
	 * @param locks has the lock
	 * @param name the name of the lock, the same for all instances among which one is
	 * chosen
	 * @param lease how long the lock is held after it was renewed last, where the
	 * registry's locks can be told; otherwise what the registry does on its own
	 * @param clock tells the time
	 */
	public LockRegistryLeadership(LockRegistry<?> locks, String name, Duration lease, Clock clock) {
		this.locks = locks;
		this.name = name;
		this.lease = lease;
		this.clock = clock;
		this.executor.setTaskTerminationTimeout(END_LIMIT.toMillis());
	}

	@Override
	public Mono<Void> lead(Function<Term, Mono<Void>> connection) {
		return Mono.usingWhen(Mono.fromSupplier(this::begin), (election) -> election.terms(connection),
				LockElection::end);
	}

	private LockElection begin() {
		LockElection election = new LockElection(this.name,
				new LeaderLock(() -> this.locks.obtain(this.name), this.lease, this.clock));
		election.begin(this.executor, this.lease);
		return election;
	}

	@Override
	public void destroy() {
		this.executor.close();
	}

	private static ThreadFactory threads() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("crisp-leader-");
		threads.setDaemon(true);
		return (task) -> {
			Thread thread = threads.newThread(task);
			thread.setUncaughtExceptionHandler(LockRegistryLeadership::failed);
			return thread;
		};
	}

	/**
	 * An executor that is closed before a thread has begun ends that thread by an
	 * exception, which is no reason for a stack trace on the console.
	 */
	private static void failed(Thread thread, Throwable failure) {
		if (!(failure instanceof CancellationException)) {
			thread.getThreadGroup().uncaughtException(thread, failure);
		}
	}

}
