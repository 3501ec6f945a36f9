package io.github.crispspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if {@code crisp.rtm.enabled} is {@code true} or, if the property
 * is not set, if no webhook is configured. It is evaluated in both phases: properties
 * already exclude the configuration when it is parsed, beans when it is registered.
 */
final class OnCrispRtmCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp realtime connection");
		Environment environment = context.getEnvironment();
		Boolean enabled = environment.getProperty("crisp.rtm.enabled", Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because("'crisp.rtm.enabled' is " + enabled));
		}
		boolean webhook = OnCrispWebhookCondition.isConfigured(context);
		return new ConditionOutcome(!webhook,
				message.because(webhook ? "a webhook is configured" : "no webhook is configured"));
	}

}
