package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * Makes listeners of the methods that are annotated with {@link CrispListener}.
 */
public final class CrispListenerFactory implements EventListenerFactory, BeanFactoryAware, Ordered {

	private final CrispListenerRegistry registry;

	private final CrispReplies.Source replies;

	private final BooleanSupplier canReply;

	private @Nullable ConfigurableBeanFactory beanFactory;

	/**
	 * Create a factory.
	 * @param registry where the listeners are noted
	 * @param replies how replies are sent; requested when the first is sent
	 * @param canReply whether there are credentials to reply with; requested when a
	 * listener is found that replies
	 */
	public CrispListenerFactory(CrispListenerRegistry registry, CrispReplies.Source replies, BooleanSupplier canReply) {
		this.registry = registry;
		this.replies = replies;
		this.canReply = canReply;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ConfigurableBeanFactory) beanFactory;
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
		ConfigurableBeanFactory beanFactory = this.beanFactory;
		Assert.state(beanFactory != null, "The factory must be a bean");
		assertReachable(beanFactory, beanName, method);
		CrispListenerMethod listener = new CrispListenerMethod(beanFactory, beanName, type, method, this.replies);
		if (listener.usesConversation() && !this.canReply.getAsBoolean()) {
			throw new InvalidListenerException(listener.method(),
					"It replies or acts in the conversation, but no credentials are configured.",
					"Set 'crisp.identifier' and 'crisp.key' to the two parts of your Crisp token. Otherwise, return no reply, use no ReactiveCrispConversation parameter and do not set 'typing'.");
		}
		this.registry.add(listener);
		return listener;
	}

	/**
	 * A final method of a proxied bean would run on the proxy, in which nothing is
	 * injected.
	 */
	private void assertReachable(BeanFactory beanFactory, String beanName, Method method) {
		if (Modifier.isFinal(method.getModifiers()) && AopUtils.isCglibProxy(beanFactory.getBean(beanName))) {
			throw new InvalidListenerException(method,
					"It is final, but its bean is proxied, and a proxy cannot override it.", "Remove 'final'.");
		}
	}

}
