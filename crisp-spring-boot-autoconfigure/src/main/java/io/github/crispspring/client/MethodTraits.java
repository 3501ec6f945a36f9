package io.github.crispspring.client;

import java.lang.reflect.Method;
import java.util.Optional;

import org.springframework.core.Nullness;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What a call needs to know of the method that it is made by.
 *
 * @param name the name of the method
 * @param client the interface that declares the method
 * @param blocking whether the method blocks until there is a response
 * @param mayBeEmpty whether the response may have no data
 */
record MethodTraits(String name, Class<?> client, boolean blocking, boolean mayBeEmpty) {

	static MethodTraits of(Method method) {
		boolean blocking = BlockingCalls.isBlocking(method);
		return new MethodTraits(method.getName(), method.getDeclaringClass(), blocking,
				AnnotatedElementUtils.hasAnnotation(method, MayBeEmpty.class)
						|| method.getReturnType() == Optional.class
						|| Nullness.forMethodReturnType(method) == Nullness.NULLABLE);
	}

}
