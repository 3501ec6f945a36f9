package io.github.crispspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispRest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Definitions of the beans of named accounts. They name a factory method, so that they
 * can be processed ahead of time.
 */
final class AccountBeans {

	static final String RTM = "crispRtm";

	private static final String SEPARATOR = "#";

	private AccountBeans() {
	}

	/**
	 * Return the name of a bean of an account.
	 */
	static String name(String account, String bean) {
		return account + SEPARATOR + bean;
	}

	/**
	 * Create the definition of a bean that is injected where its account is the
	 * qualifier.
	 * @param account the name of the account
	 * @param type the type of the bean
	 * @param factoryBean the name of the bean that creates it
	 * @param factoryMethod the name of the method that creates it
	 */
	static RootBeanDefinition definition(String account, Class<?> type, String factoryBean, String factoryMethod) {
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.setTargetType(type);
		definition.setFactoryBeanName(factoryBean);
		definition.setFactoryMethodName(factoryMethod);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
		definition.setDefaultCandidate(false);
		return definition;
	}

	/**
	 * Return whether the application has one named account and no other, which is
	 * injected without a qualifier.
	 */
	static boolean isOnlyAccount(BeanDefinitionRegistry registry, Environment environment) {
		return AccountNames.with(environment, "identifier", "key").size() == 1
				&& !(registry instanceof ListableBeanFactory beans && hasDefaultAccount(beans));
	}

	/**
	 * Return whether a named account has a realtime connection.
	 */
	static boolean hasConnection(ListableBeanFactory beans) {
		return Stream.of(beans.getBeanDefinitionNames()).anyMatch((name) -> name.endsWith(SEPARATOR + RTM));
	}

	/**
	 * Return whether an account exists that is injected without a qualifier.
	 */
	static boolean hasDefaultAccount(ListableBeanFactory beans) {
		return !defaultAccount(beans).isEmpty();
	}

	/**
	 * Return whether the account without a name is configured, with credentials or with
	 * only a webhook.
	 */
	static boolean isDefaultAccountConfigured(ListableBeanFactory beans, Environment environment) {
		return beans.getBeanNamesForType(CrispConnectionDetails.class, true, false).length > 0
				|| OnCrispWebhookCondition.isConfigured(environment, beans) || hasDefaultAccount(beans);
	}

	/**
	 * Return how the default account makes its calls, {@code null} if there is none.
	 */
	static @Nullable CrispRest defaultRest(ListableBeanFactory beans) {
		List<String> names = defaultAccount(beans);
		return (names.size() == 1) ? beans.getBean(names.get(0), CrispRest.class) : null;
	}

	private static List<String> defaultAccount(ListableBeanFactory beans) {
		List<String> names = new ArrayList<>();
		for (String name : beans.getBeanNamesForType(CrispRest.class, true, false)) {
			if (!name.contains(SEPARATOR) && isDefaultCandidate(beans, name)) {
				names.add(name);
			}
		}
		return names;
	}

	private static boolean isDefaultCandidate(ListableBeanFactory beans, String name) {
		if (beans instanceof ConfigurableListableBeanFactory configurable
				&& configurable.containsBeanDefinition(name)) {
			BeanDefinition definition = configurable.getMergedBeanDefinition(name);
			return definition.isAutowireCandidate()
					&& (!(definition instanceof AbstractBeanDefinition bean) || bean.isDefaultCandidate());
		}
		return true;
	}

}
