package io.github.crispspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches where a web hook is configured, by at least one secret or by a key.
 */
final class OnCrispWebhookCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp web hook");
		return isConfigured(context.getEnvironment())
				? ConditionOutcome.match(message.because("a secret or a key is configured")) : ConditionOutcome
					.noMatch(message.because("neither 'crisp.webhook.secrets' nor 'crisp.webhook.key' is set"));
	}

	static boolean isConfigured(Environment environment) {
		return StringUtils.hasText(environment.getProperty("crisp.webhook.key")) || Binder.get(environment)
			.bind("crisp.webhook.secrets", Bindable.listOf(String.class))
			.map((secrets) -> secrets.stream().anyMatch(StringUtils::hasText))
			.orElse(false);
	}

}
