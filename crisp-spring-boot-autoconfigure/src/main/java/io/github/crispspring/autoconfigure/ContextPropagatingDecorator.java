package io.github.crispspring.autoconfigure;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.ThreadLocalAccessor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;

/**
 * {@link TaskDecorator} that propagates thread locals registered with Micrometer to
 * listener threads. Unlike Spring's implementation, it runs the task without them if an
 * accessor or an observation handler fails, so that no event is lost.
 */
final class ContextPropagatingDecorator implements TaskDecorator {

	private static final Log logger = LogFactory.getLog(ContextPropagatingDecorator.class);

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();

	@Override
	public Runnable decorate(Runnable task) {
		try {
			ContextSnapshot snapshot = this.snapshots.captureAll();
			return () -> run(task, snapshot);
		}
		catch (Throwable ex) {
			failed(ex);
			return task;
		}
	}

	private void run(Runnable task, ContextSnapshot snapshot) {
		ContextSnapshot.Scope scope = open(snapshot);
		try {
			task.run();
		}
		finally {
			close(scope);
		}
	}

	private ContextSnapshot.@Nullable Scope open(ContextSnapshot snapshot) {
		try {
			return snapshot.setThreadLocals();
		}
		catch (Throwable ex) {
			failed(ex);
			return null;
		}
	}

	private void close(ContextSnapshot.@Nullable Scope scope) {
		try {
			if (scope != null) {
				scope.close();
				return;
			}
		}
		catch (Throwable ex) {
			failed(ex);
		}
		ContextRegistry.getInstance().getThreadLocalAccessors().forEach(this::clear);
	}

	/**
	 * Clear a thread local that was set before the failure.
	 */
	private void clear(ThreadLocalAccessor<?> accessor) {
		try {
			accessor.setValue();
		}
		catch (Throwable ex) {
			failed(ex);
		}
	}

	private void failed(Throwable failure) {
		logger.warn("Failed to propagate the context of an event to a listener thread; the event is handled without it",
				failure);
	}

}
