package io.github.crispspring.embedded.autoconfigure;

import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/**
 * Matches where DevTools does not restart the application.
 */
final class NoRestartScopeCondition extends NoneNestedConditions {

	NoRestartScopeCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@Conditional(OnRestartScopeCondition.class)
	static final class RestartScope {

	}

}
