package io.github.crispspring.autoconfigure;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if a named account has a realtime connection.
 */
final class OnAccountRtmCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp accounts with realtime connection");
		List<String> names = AccountRtmRegistrar.accounts(context.getEnvironment());
		return names.isEmpty() ? ConditionOutcome.noMatch(message.didNotFind("any account").atAll())
				: ConditionOutcome.match(message.found("account", "accounts").items(names));
	}

}
