package io.github.crispspring.dispatch;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Threads of the listeners, and the timer of their time limits. The number of threads is
 * limited by the number of submitted tasks. They are daemon threads, as a listener that
 * never returns must not prevent the JVM from exiting.
 */
final class ListenerThreads implements Executor {

	private static final String PREFIX = "crisp-listener-";

	private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

	private final Executor executor;

	private final Runnable close;

	private final ScheduledThreadPoolExecutor timer;

	private ListenerThreads(Executor executor, Runnable close) {
		this.executor = executor;
		this.close = close;
		this.timer = new ScheduledThreadPoolExecutor(1, daemons("crisp-listener-timer-"));
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Create platform threads, which are reused.
	 */
	static ListenerThreads platform() {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_TIMEOUT.toSeconds(),
				TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(PREFIX));
		return new ListenerThreads(pool, pool::shutdownNow);
	}

	/**
	 * Create virtual threads.
	 */
	static ListenerThreads virtual() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(PREFIX);
		executor.setVirtualThreads(true);
		executor.setCancelRemainingTasksOnClose(true);
		return new ListenerThreads(executor, executor::close);
	}

	/**
	 * Use the threads of an executor, which is not closed.
	 */
	static ListenerThreads on(Executor executor) {
		return new ListenerThreads(executor, () -> {
		});
	}

	private static ThreadFactory daemons(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	/**
	 * Run a short action on the timer's thread.
	 * @return the scheduled task, or {@code null} if the threads are closed or the
	 * timer's thread cannot be started at present
	 */
	@Nullable ScheduledFuture<?> schedule(Runnable task, Duration delay) {
		try {
			return this.timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			return null;
		}
	}

	boolean isClosed() {
		return this.timer.isShutdown();
	}

	/**
	 * Interrupt running tasks and accept no more tasks.
	 */
	void close() {
		this.timer.shutdownNow();
		this.close.run();
	}

}
