package io.github.crispspring.autoconfigure;

import java.util.List;
import java.util.Set;

import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.upload.CrispUploads;
import io.github.crispspring.upload.ReactiveCrispUploads;
import io.github.crispspring.webhook.CrispWidgetVerifier;
import io.github.crispspring.webhook.ReactiveCrispWidgetVerifier;
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
 * Failure analyzer for beans that are injected although the properties that they require
 * are not set, or Crisp is disabled.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingBeanFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final String CLIENTS = ClassUtils.getPackageName(CrispRest.class) + ".";

	private final BeanFactory beanFactory;

	private final Environment environment;

	MissingBeanFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = type(cause);
		if (type == null || cause.getNumberOfBeansFound() > 0) {
			return null;
		}
		Explanation explanation = explain(type);
		if (explanation == null) {
			return null;
		}
		return new FailureAnalysis(
				"%s required a bean of type '%s' that could not be found, because %s.".formatted(
						(description != null) ? description : "A component", type.getName(), explanation.reason()),
				explanation.action(), cause);
	}

	private @Nullable Explanation explain(Class<?> type) {
		boolean client = isClient(type) || type == CrispUploads.class || type == ReactiveCrispUploads.class;
		boolean widget = type == CrispWidgetVerifier.class || type == ReactiveCrispWidgetVerifier.class;
		if (!client && !widget && type != CrispRtm.class) {
			return null;
		}
		if (!this.environment.getProperty("crisp.enabled", Boolean.class, true)) {
			return new Explanation("'crisp.enabled' is 'false'",
					"Remove 'crisp.enabled', or make the dependency optional.");
		}
		if (widget) {
			return explainWidget();
		}
		if (!hasCredentials()) {
			return explainCredentials(type);
		}
		// With credentials, the condition evaluation report contains the reason
		return client ? null : explainRtm();
	}

	private Explanation explainCredentials(Class<?> type) {
		Set<String> accounts = AccountNames.of(this.environment);
		if (accounts.isEmpty()) {
			return new Explanation("no Crisp credentials are configured",
					"Set 'crisp.identifier' and 'crisp.key' to the two parts of your Crisp token, and 'crisp.tier' to its tier.");
		}
		return new Explanation(
				"no default account is configured, and the injection point selects none of the accounts " + accounts,
				"Select an account with @Qualifier and its name, %sor set 'crisp.identifier' and 'crisp.key' to the two parts of the token of the default account."
					.formatted(isClient(type) ? "inject CrispClients, " : ""));
	}

	private @Nullable Explanation explainWidget() {
		return OnCrispWidgetCondition.isConfigured(this.environment) ? null
				: new Explanation("no secret of a widget is configured",
						"Set 'crisp.widget.secrets' to the signing secret of the widget.");
	}

	private @Nullable Explanation explainRtm() {
		Boolean enabled = this.environment.getProperty("crisp.rtm.enabled", Boolean.class);
		boolean webhook = this.beanFactory instanceof ListableBeanFactory beans
				&& OnCrispWebhookCondition.isConfigured(this.environment, beans);
		if (Boolean.TRUE.equals(enabled) || (enabled == null && !webhook)) {
			return null;
		}
		return new Explanation((enabled != null) ? "'crisp.rtm.enabled' is 'false'" : "events are received by webhook",
				"Set 'crisp.rtm.enabled' to 'true', or make the dependency optional.");
	}

	private @Nullable Class<?> type(NoSuchBeanDefinitionException cause) {
		ResolvableType type = cause.getResolvableType();
		return (type != null) ? type.resolve() : null;
	}

	private boolean isClient(Class<?> type) {
		return type == CrispClient.class || type == ReactiveCrispClient.class || type == CrispRest.class
				|| (type.isInterface() && type.getName().startsWith(CLIENTS) && type.getName().endsWith("Client"));
	}

	private boolean hasCredentials() {
		return List.of("crisp.identifier", "crisp.key").stream().anyMatch(this.environment::containsProperty)
				|| (this.beanFactory instanceof ListableBeanFactory beans && BeanFactoryUtils
					.beanNamesForTypeIncludingAncestors(beans, CrispConnectionDetails.class, true, false).length > 0);
	}

	/**
	 * Why a bean is missing.
	 *
	 * @param reason the reason, after 'because'
	 * @param action what to do
	 */
	private record Explanation(String reason, String action) {

	}

}
