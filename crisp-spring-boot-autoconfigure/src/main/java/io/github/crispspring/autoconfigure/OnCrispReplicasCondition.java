package io.github.crispspring.autoconfigure;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if a property of {@link CrispReplicasProperties} is set, so that
 * an application that runs as one instance need not bind them.
 */
final class OnCrispReplicasCondition extends SpringBootCondition {

	private static final List<String> PROPERTIES = List.of("crisp.replicas.single-connection",
			"crisp.replicas.shared-duplicates", "crisp.replicas.group", "crisp.replicas.connection-lease",
			"crisp.replicas.event-lease");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		List<String> found = PROPERTIES.stream().filter(context.getEnvironment()::containsProperty).toList();
		ConditionMessage.Builder message = ConditionMessage.forCondition("Crisp replicas");
		return found.isEmpty() ? ConditionOutcome.noMatch(message.because("no property 'crisp.replicas.*' is set"))
				: ConditionOutcome.match(message.found("property", "properties").items(found));
	}

}
