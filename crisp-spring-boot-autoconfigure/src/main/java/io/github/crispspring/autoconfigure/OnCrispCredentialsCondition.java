package io.github.crispspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if the identifier or the key of a token is configured, so that a
 * missing part is reported rather than ignored.
 */
final class OnCrispCredentialsCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		boolean configured = environment.containsProperty("crisp.identifier")
				|| environment.containsProperty("crisp.key");
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp credentials");
		return configured ? ConditionOutcome.match(message.because("a token is configured"))
				: ConditionOutcome.noMatch(message.because("neither 'crisp.identifier' nor 'crisp.key' is set"));
	}

}
