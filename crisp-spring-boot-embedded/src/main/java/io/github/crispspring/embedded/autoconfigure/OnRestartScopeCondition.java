package io.github.crispspring.embedded.autoconfigure;

import io.github.crispspring.embedded.EmbeddedCrisp;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.boot.devtools.restart.classloader.RestartClassLoader;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where DevTools restarts the application and has registered the scope of beans
 * that survive it.
 */
final class OnRestartScopeCondition extends SpringBootCondition {

	static final String SCOPE = "restart";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		boolean restarts = beanFactory != null && beanFactory.getRegisteredScope(SCOPE) != null && isInitialized();
		return new ConditionOutcome(restarts, ConditionMessage.forCondition("DevTools restart scope")
			.because(restarts ? "it is available" : "DevTools does not restart the application"));
	}

	/**
	 * DevTools also registers its scope where it does not restart, as in tests. A server
	 * whose class is reloaded cannot be used by the restarted application.
	 */
	private static boolean isInitialized() {
		try {
			return Restarter.getInstance().getInitialUrls() != null
					&& !(EmbeddedCrisp.class.getClassLoader() instanceof RestartClassLoader);
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

}
