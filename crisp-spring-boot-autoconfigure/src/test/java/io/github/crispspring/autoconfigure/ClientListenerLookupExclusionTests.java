package io.github.crispspring.autoconfigure;

import io.github.crispspring.client.website.WebsiteClient;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientListenerLookupExclusion} with the bean definitions that Spring
 * generates ahead of time, which have no metadata of their factory method.
 */
class ClientListenerLookupExclusionTests {

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	@Test
	void generatedClientIsExcluded() {
		RootBeanDefinition client = new RootBeanDefinition(WebsiteClient.class);
		client.setLazyInit(true);
		client.setFactoryBeanName(CrispClientAutoConfiguration.class.getName());
		assertThat(targetClass(client)).isEqualTo(Object.class);
	}

	@Test
	void clientOfApplicationIsNotExcluded() {
		RootBeanDefinition client = new RootBeanDefinition(WebsiteClient.class);
		client.setLazyInit(true);
		client.setFactoryBeanName("application");
		assertThat(targetClass(client)).isEqualTo(WebsiteClient.class);
	}

	private Class<?> targetClass(RootBeanDefinition client) {
		this.beans.registerBeanDefinition("client", client);
		new ClientListenerLookupExclusion().postProcessBeanFactory(this.beans);
		return AutoProxyUtils.determineTargetClass(this.beans, "client");
	}

}
