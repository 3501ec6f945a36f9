package io.github.crispspring.listener;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Kotlin {@code suspend} functions as listener methods. The compiler adds a
 * {@code Continuation} of the result to their parameters, as the last one.
 */
final class SuspendingFunctions {

	private SuspendingFunctions() {
	}

	/**
	 * Check that a method can be called: it is not a {@code suspend} function, or the
	 * libraries for coroutines are on the class path.
	 */
	static void assertCallable(Method method, @Nullable ClassLoader classLoader) {
		if (KotlinDetector.isSuspendingFunction(method)) {
			require(method, classLoader, "kotlinx.coroutines.reactor.MonoKt",
					"org.jetbrains.kotlinx:kotlinx-coroutines-reactor");
			require(method, classLoader, "kotlin.reflect.full.KCallables", "org.jetbrains.kotlin:kotlin-reflect");
		}
	}

	private static void require(Method method, @Nullable ClassLoader classLoader, String type, String library) {
		if (!ClassUtils.isPresent(type, classLoader)) {
			throw new InvalidListenerException(method,
					"It is a suspend function, but '%s' is not on the class path.".formatted(library),
					"Add the dependency '%s', or remove 'suspend'.".formatted(library));
		}
	}

	/**
	 * Return the number of parameters that are declared in the source.
	 */
	static int parameterCount(Method method) {
		int count = method.getParameterCount();
		return KotlinDetector.isSuspendingFunction(method) ? count - 1 : count;
	}

	/**
	 * Return the type of the result that is declared in the source.
	 */
	static ResolvableType returnType(Method method, Class<?> beanType) {
		return KotlinDetector.isSuspendingFunction(method)
				? ResolvableType.forMethodParameter(method, method.getParameterCount() - 1, beanType).getGeneric()
				: ResolvableType.forMethodReturnType(method, beanType);
	}

}
