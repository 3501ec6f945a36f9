package io.github.crispspring.autoconfigure;

import java.util.stream.Stream;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.MethodMetadata;

/**
 * Keeps the search for listeners, which goes through all beans, from reading the 260
 * methods of the clients, and from loading what these take: the clients are proxies with
 * nothing behind them.
 */
final class ClientsWithoutListeners implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		Stream.of(beans.getBeanDefinitionNames())
			.map(beans::getBeanDefinition)
			.filter(this::isClient)
			.forEach((client) -> client.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class));
	}

	private boolean isClient(BeanDefinition bean) {
		MethodMetadata method = (bean instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		return method != null && method.getDeclaringClassName().equals(CrispClientAutoConfiguration.class.getName())
				&& method.isAnnotated(Lazy.class.getName());
	}

}
