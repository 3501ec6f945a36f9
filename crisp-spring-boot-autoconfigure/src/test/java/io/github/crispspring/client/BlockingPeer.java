package io.github.crispspring.client;

import java.lang.reflect.Method;

/**
 * The blocking client of a reactive one.
 */
final class BlockingPeer {

	private BlockingPeer() {
	}

	static Class<?> of(Class<?> reactive) throws ClassNotFoundException {
		return Class.forName(reactive.getName().replaceFirst("\\.Reactive(?=\\w+$)", "."));
	}

	static Method of(Method reactive) throws ReflectiveOperationException {
		return of(reactive.getDeclaringClass()).getMethod(reactive.getName(), reactive.getParameterTypes());
	}

}
