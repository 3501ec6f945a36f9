package io.github.crispspring.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if a secret or a key of a webhook is configured, even if it is
 * blank, so that a blank one is rejected rather than ignored, or if a bean of type
 * {@link CrispWebhookConnectionDetails} exists.
 */
final class OnCrispWebhookCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp webhook");
		return isConfigured(context) ? ConditionOutcome.match(message.because("a secret or a key is configured"))
				: ConditionOutcome
					.noMatch(message.because("neither 'crisp.webhook.secret' nor 'crisp.webhook.key' is set"));
	}

	static boolean isConfigured(ConditionContext context) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		return isConfigured(context.getEnvironment()) || beanFactory != null
				&& beanFactory.getBeanNamesForType(CrispWebhookConnectionDetails.class, true, false).length > 0;
	}

	private static boolean isConfigured(Environment environment) {
		return environment.containsProperty("crisp.webhook.secret") || environment.containsProperty("crisp.webhook.key")
				|| Binder.get(environment).bind("crisp.webhook.secrets", Bindable.listOf(String.class)).isBound();
	}

}
