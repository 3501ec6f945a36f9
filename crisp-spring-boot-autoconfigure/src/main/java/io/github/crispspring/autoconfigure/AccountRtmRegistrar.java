package io.github.crispspring.autoconfigure;

import java.util.List;

import io.github.crispspring.rtm.CrispRtm;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the realtime connection of each named account that connects, with the name as
 * the qualifier.
 */
final class AccountRtmRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	AccountRtmRegistrar(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Return the names of the accounts that connect: those that have credentials and no
	 * webhook, unless a property states otherwise.
	 */
	static List<String> accounts(Environment environment) {
		if (!environment.getProperty("crisp.rtm.enabled", Boolean.class, true)) {
			return List.of();
		}
		List<String> withWebhook = OnCrispWebhookCondition.accounts(environment);
		return AccountNames.with(environment, "identifier", "key")
			.stream()
			.filter((name) -> Binder.get(environment)
				.bind(AccountNames.property(name, "rtm.enabled"), Bindable.of(Boolean.class))
				.orElseGet(() -> !withWebhook.contains(name)))
			.toList();
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		boolean single = AccountBeans.isOnlyAccount(registry, this.environment);
		for (String account : accounts(this.environment)) {
			RootBeanDefinition definition = AccountBeans.definition(account, CrispRtm.class,
					CrispAccountRtmAutoConfiguration.CONNECTIONS, "connection");
			definition.getConstructorArgumentValues().addIndexedArgumentValue(0, account);
			definition.setDefaultCandidate(single);
			registry.registerBeanDefinition(AccountBeans.name(account, AccountBeans.RTM), definition);
		}
	}

}
