package io.github.crispspring.autoconfigure;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * What listeners run on: Spring Boot's task executor. It takes no more tasks when the
 * context closes, and an application may have replaced it by another bean; threads of our
 * own step in then. This is no {@link Executor}, as a bean of that type would keep Spring
 * Boot from making its own.
 */
final class CrispListenerThreads implements DisposableBean {

	private final @Nullable Executor executor;

	private final SimpleAsyncTaskExecutor own;

	CrispListenerThreads(@Nullable Executor executor, SimpleAsyncTaskExecutorBuilder builder) {
		this.executor = executor;
		this.own = builder.threadNamePrefix("crisp-listener-").cancelRemainingTasksOnClose(true).build();
	}

	void execute(Runnable task) {
		if (this.executor == null) {
			this.own.execute(task);
			return;
		}
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
			this.own.execute(task);
		}
	}

	/**
	 * Interrupt what has not ended in the time that Spring Boot gives to a shutdown.
	 */
	@Override
	public void destroy() {
		this.own.close();
	}

}
