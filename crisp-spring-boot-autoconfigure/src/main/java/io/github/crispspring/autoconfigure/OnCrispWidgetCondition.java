package io.github.crispspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if a secret of a widget is configured.
 */
final class OnCrispWidgetCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp Widget");
		return isConfigured(context.getEnvironment())
				? ConditionOutcome.match(message.foundExactly("'crisp.widget.secrets'"))
				: ConditionOutcome.noMatch(message.didNotFind("'crisp.widget.secrets'").atAll());
	}

	static boolean isConfigured(Environment environment) {
		return environment.containsProperty("crisp.widget.secrets")
				|| environment.containsProperty("crisp.widget.secrets[0]");
	}

}
