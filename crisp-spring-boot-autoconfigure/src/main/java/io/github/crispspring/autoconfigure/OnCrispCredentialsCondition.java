package io.github.crispspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Condition that matches if the identifier or the key of a token is configured, so that a
 * missing part is reported rather than ignored.
 */
final class OnCrispCredentialsCondition extends AnyNestedCondition {

	OnCrispCredentialsCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnProperty("crisp.identifier")
	static class Identifier {

	}

	@ConditionalOnProperty("crisp.key")
	static class Key {

	}

}
