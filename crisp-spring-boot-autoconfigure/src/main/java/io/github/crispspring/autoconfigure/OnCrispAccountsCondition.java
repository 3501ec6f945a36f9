package io.github.crispspring.autoconfigure;

import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if a named account is configured.
 */
final class OnCrispAccountsCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp accounts");
		Set<String> names = AccountNames.of(context.getEnvironment());
		return names.isEmpty()
				? ConditionOutcome.noMatch(message.because("no property '%s.*' is set".formatted(AccountNames.PREFIX)))
				: ConditionOutcome.match(message.found("account", "accounts").items(names));
	}

}
