package io.github.crispspring.autoconfigure;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Excludes the clients from the lookup of listener methods. The lookup inspects the
 * methods of every bean and would load the types of all 260 methods of the clients, which
 * are proxies without listeners.
 */
final class ClientListenerLookupExclusion implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		for (String name : beans.getBeanDefinitionNames()) {
			BeanDefinition bean = beans.getBeanDefinition(name);
			if (isClient(bean)) {
				bean.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class);
			}
		}
	}

	/**
	 * Return whether the definition is that of a client, whether or not it was generated
	 * ahead of time.
	 */
	private static boolean isClient(BeanDefinition bean) {
		return bean.isLazyInit() && CrispClientAutoConfiguration.class.getName().equals(bean.getFactoryBeanName());
	}

}
