package io.github.crispspring.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.ReflectionUtils;

/**
 * Default methods of reactive clients for the generated blocking clients, whose own
 * default methods call them. What such a method calls is called on the blocking client,
 * so that the body of a default method is written only once.
 */
public final class ReactiveDefaults {

	private ReactiveDefaults() {
	}

	/**
	 * Return a reactive client whose default methods call a blocking client.
	 * @param blockingType the interface of the blocking client
	 * @param blocking the blocking client
	 * @param reactiveType the interface of the reactive client
	 * @param <B> the type of the blocking client
	 * @param <R> the type of the reactive client
	 * @return the reactive client
	 * @throws IllegalStateException if the current thread must not block
	 */
	public static <B, R> R on(Class<B> blockingType, B blocking, Class<R> reactiveType) {
		BlockingCalls.assertAllowed(reactiveType);
		return reactiveType.cast(Proxy.newProxyInstance(reactiveType.getClassLoader(), new Class<?>[] { reactiveType },
				(proxy, method, arguments) -> invoke(blockingType, blocking, proxy, method, arguments)));
	}

	private static <B> @Nullable Object invoke(Class<B> blockingType, B blocking, Object proxy, Method method,
			@Nullable Object @Nullable [] arguments) throws Throwable {
		if (method.isDefault()) {
			return InvocationHandler.invokeDefault(proxy, method, arguments);
		}
		Method target = blockingType.getMethod(method.getName(), method.getParameterTypes());
		return publisher(method, () -> call(blocking, target, arguments));
	}

	private static Publisher<?> publisher(Method method, Callable<@Nullable Object> call) {
		return (method.getReturnType() == Flux.class)
				? Mono.fromCallable(call).flatMapIterable((list) -> (List<?>) list) : Mono.fromCallable(call);
	}

	private static @Nullable Object call(Object blocking, Method method, @Nullable Object @Nullable [] arguments)
			throws Exception {
		try {
			return method.invoke(blocking, arguments);
		}
		catch (InvocationTargetException ex) {
			ReflectionUtils.rethrowException(ex.getTargetException());
			throw new IllegalStateException("Should never get here", ex);
		}
	}

}
