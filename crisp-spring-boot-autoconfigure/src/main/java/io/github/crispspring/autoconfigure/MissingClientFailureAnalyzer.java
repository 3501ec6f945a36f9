package io.github.crispspring.autoconfigure;

import java.util.List;
import java.util.Set;

import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispRest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Failure analyzer for clients that are injected although Crisp is disabled or has no
 * credentials.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingClientFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final String CLIENTS = ClassUtils.getPackageName(CrispRest.class) + ".";

	private final BeanFactory beanFactory;

	private final Environment environment;

	MissingClientFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = type(cause);
		if (type == null || !isClient(type) || cause.getNumberOfBeansFound() > 0) {
			return null;
		}
		Set<String> accounts = AccountNames.of(this.environment);
		boolean enabled = this.environment.getProperty("crisp.enabled", Boolean.class, true);
		if (enabled && hasCredentials()) {
			return null;
		}
		if (enabled && !accounts.isEmpty()) {
			return new FailureAnalysis(
					"%s required a bean of type '%s' that could not be found, because no default account is configured, and the injection point selects none of the accounts %s."
						.formatted((description != null) ? description : "A component", type.getName(), accounts),
					"Select an account with @Qualifier and its name, inject CrispClients, or set 'crisp.identifier' and 'crisp.key' to the two parts of the token of the default account.",
					cause);
		}
		String reason = enabled ? "no Crisp credentials are configured" : "'crisp.enabled' is 'false'";
		String action = enabled
				? "Set 'crisp.identifier' and 'crisp.key' to the two parts of your Crisp token, and 'crisp.tier' to its tier."
				: "Remove 'crisp.enabled', or make the dependency on the client optional.";
		return new FailureAnalysis("%s required a bean of type '%s' that could not be found, because %s."
			.formatted((description != null) ? description : "A component", type.getName(), reason), action, cause);
	}

	private @Nullable Class<?> type(NoSuchBeanDefinitionException cause) {
		ResolvableType type = cause.getResolvableType();
		return (type != null) ? type.resolve() : null;
	}

	private boolean isClient(Class<?> type) {
		return type == CrispClient.class || type == ReactiveCrispClient.class || type == CrispRest.class
				|| (type.isInterface() && type.getName().startsWith(CLIENTS) && type.getName().endsWith("Client"));
	}

	/**
	 * With credentials, the client is missing for another reason, which the condition
	 * evaluation report contains.
	 */
	private boolean hasCredentials() {
		return List.of("crisp.identifier", "crisp.key").stream().anyMatch(this.environment::containsProperty)
				|| (this.beanFactory instanceof ListableBeanFactory beans && BeanFactoryUtils
					.beanNamesForTypeIncludingAncestors(beans, CrispConnectionDetails.class, true, false).length > 0);
	}

}
