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
 * {@link CrispRtmLeadership} based on a lock of a {@link LockRegistry}, with a
 * {@link LockRegistryLeaderInitiator}.
 */
final class LockRegistryLeadership implements CrispRtmLeadership, DisposableBean {

	/**
	 * Maximum time for the thread that holds the lock to end when the context closes.
	 */
	private static final Duration END_LIMIT = Duration.ofSeconds(5);

	private final LockRegistry<?> locks;

	private final String name;

	private final Duration lease;

	private final Clock clock;

	private final SimpleAsyncTaskExecutor executor;

	LockRegistryLeadership(LockRegistry<?> locks, String name, Duration lease, Clock clock) {
		this(locks, name, lease, clock, new SimpleAsyncTaskExecutor(threads()));
		this.executor.setTaskTerminationTimeout(END_LIMIT.toMillis());
	}

	private LockRegistryLeadership(LockRegistry<?> locks, String name, Duration lease, Clock clock,
			SimpleAsyncTaskExecutor executor) {
		this.locks = locks;
		this.name = name;
		this.lease = lease;
		this.clock = clock;
		this.executor = executor;
	}

	/**
	 * Return a leadership with a lock of its own, whose name ends with that of the
	 * account. It ends with this one.
	 */
	@Override
	public LockRegistryLeadership forAccount(String account) {
		return new LockRegistryLeadership(this.locks, this.name + "-" + account, this.lease, this.clock, this.executor);
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
	 * Ignore the exception of a thread that had not started when the executor was closed,
	 * so that no stack trace is printed.
	 */
	private static void failed(Thread thread, Throwable failure) {
		if (!(failure instanceof CancellationException)) {
			thread.getThreadGroup().uncaughtException(thread, failure);
		}
	}

}
