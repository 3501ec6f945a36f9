package io.github.crispspring.webhook;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Virtual threads, which Java 17 does not have.
 */
final class VirtualThreads {

	private static final @Nullable Method IS_VIRTUAL = ReflectionUtils.findMethod(Thread.class, "isVirtual");

	private VirtualThreads() {
	}

	/**
	 * Return whether the current thread is virtual, so that it may wait.
	 */
	static boolean isCurrent() {
		return IS_VIRTUAL != null
				&& Boolean.TRUE.equals(ReflectionUtils.invokeMethod(IS_VIRTUAL, Thread.currentThread()));
	}

}
