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
 * Excludes the clients from the lookup of listener methods. The lookup inspects the
 * methods of every bean and would load the types of all 260 methods of the clients, which
 * are proxies without listeners.
 */
final class ClientListenerLookupExclusion implements BeanFactoryPostProcessor {

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
