package io.github.crispspring.client;

import java.lang.reflect.Method;

import reactor.core.scheduler.Schedulers;

import org.springframework.core.KotlinDetector;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;

/**
 * Rules for calls that block.
 */
final class BlockingCalls {

	private static final String REACTIVE = "Reactive";

	private BlockingCalls() {
	}

	/**
	 * Return whether a method of a client blocks until there is a response.
	 */
	static boolean isBlocking(Method method) {
		return !KotlinDetector.isSuspendingFunction(method)
				&& ReactiveAdapterRegistry.getSharedInstance().getAdapter(method.getReturnType()) == null;
	}

	/**
	 * Ensure that the current thread may block. A thread of an event loop must not, as
	 * the response may have to be read by that very thread.
	 * @param client the blocking client, or the reactive one that it is generated from
	 * @throws IllegalStateException if the current thread must not block
	 */
	static void assertAllowed(Class<?> client) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(
					"A blocking client was called on thread '%s', which must not block. Use %s, or call the blocking client on another thread."
						.formatted(Thread.currentThread().getName(), alternative(client)));
		}
	}

	private static String alternative(Class<?> client) {
		String simpleName = client.getSimpleName();
		String name = client.getPackageName() + "." + (simpleName.startsWith(REACTIVE) ? "" : REACTIVE) + simpleName;
		return ClassUtils.isPresent(name, client.getClassLoader()) ? name : "methods that return a Mono or a Flux";
	}

}
