package io.github.crispspring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if a secret or a key of a webhook is configured, even if it is
 * blank, so that a blank one is rejected rather than ignored, or if a bean of type
 * {@link CrispWebhookConnectionDetails} exists. The webhook may be that of any account.
 */
final class OnCrispWebhookCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp webhook");
		boolean configured = isConfigured(context) || !accounts(context.getEnvironment()).isEmpty();
		return configured ? ConditionOutcome.match(message.because("a secret or a key is configured"))
				: ConditionOutcome
					.noMatch(message.because("neither 'crisp.webhook.secret' nor 'crisp.webhook.key' is set"));
	}

	/**
	 * Return the names of the accounts with a webhook.
	 */
	static List<String> accounts(Environment environment) {
		return AccountNames.with(environment, "webhook.secret", "webhook.secrets", "webhook.key");
	}

	/**
	 * Return whether the webhook of the account without a name is configured.
	 */
	static boolean isConfigured(ConditionContext context) {
		return isConfigured(context.getEnvironment(), context.getBeanFactory());
	}

	/**
	 * Return whether the webhook of the account without a name is configured.
	 */
	static boolean isConfigured(Environment environment, @Nullable ListableBeanFactory beanFactory) {
		return isConfigured(environment)
				|| beanFactory != null && count(beanFactory, CrispWebhookConnectionDetails.class) > count(beanFactory,
						PropertiesCrispWebhookConnectionDetails.class);
	}

	private static int count(ListableBeanFactory beanFactory, Class<?> type) {
		return beanFactory.getBeanNamesForType(type, true, false).length;
	}

	private static boolean isConfigured(Environment environment) {
		return environment.containsProperty("crisp.webhook.secret") || environment.containsProperty("crisp.webhook.key")
				|| environment.containsProperty("crisp.webhook.secrets")
				|| environment.containsProperty("crisp.webhook.secrets[0]");
	}

}
