package io.github.crispspring.embedded.autoconfigure;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where an embedded Crisp is wanted or, if that is not configured, during
 * development. Never matches where a credential or a secret of Crisp is configured.
 */
final class OnEmbeddedCrispCondition extends SpringBootCondition {

	private static final List<String> CREDENTIALS = List.of("crisp.identifier", "crisp.key", "crisp.webhook.secret",
			"crisp.webhook.secrets", "crisp.webhook.secrets[0]", "crisp.webhook.key");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Embedded Crisp");
		Environment environment = context.getEnvironment();
		if (!environment.getProperty("crisp.enabled", Boolean.class, true)) {
			return ConditionOutcome.noMatch(message.because("'crisp.enabled' is false"));
		}
		Optional<String> credential = CREDENTIALS.stream().filter(environment::containsProperty).findFirst();
		if (credential.isPresent()) {
			return ConditionOutcome.noMatch(message.because("'" + credential.get() + "' is set"));
		}
		if (ConfiguredAccounts.isPresent(environment)) {
			return ConditionOutcome.noMatch(message.because("'crisp.accounts' is set"));
		}
		Boolean enabled = environment.getProperty("crisp.embedded.enabled", Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because("'crisp.embedded.enabled' is " + enabled));
		}
		boolean development = DevelopmentTime.isDetected(context.getClassLoader());
		return new ConditionOutcome(development, message.because(development ? "the application is being developed"
				: "the application is packaged or tested, and 'crisp.embedded.enabled' is not set"));
	}

}
