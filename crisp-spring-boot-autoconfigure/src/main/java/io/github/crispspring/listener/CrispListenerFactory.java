package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Makes listeners of the methods that are annotated with {@link CrispListener}.
 */
public final class CrispListenerFactory implements EventListenerFactory, Ordered {

	private final CrispListenerRegistry registry;

	private final Supplier<CrispReplies> replies;

	/**
	 * Create a factory.
	 * @param registry where the listeners are noted
	 * @param replies how replies are sent; asked for when the first is
	 */
	public CrispListenerFactory(CrispListenerRegistry registry, Supplier<CrispReplies> replies) {
		this.registry = registry;
		this.replies = replies;
	}

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public boolean supportsMethod(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, CrispListener.class);
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		CrispListenerMethod listener = new CrispListenerMethod(beanName, type, method, this.replies);
		this.registry.add(method, listener.eventNames());
		return listener;
	}

}
