package io.github.crispspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Matches where one of the two parts of a token is given, so that the absence of the
 * other is noticed.
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
