package io.github.crispspring.embedded.autoconfigure;

import java.util.List;

import io.github.crispspring.autoconfigure.CrispConnectionDetails;
import io.github.crispspring.autoconfigure.CrispWebhookConnectionDetails;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.listener.CrispListenerRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * The embedded Crisp and the details of the connection to it. The beans that connect
 * depend on these details, so that the server stops after them. The details take
 * precedence over those that the application declares, which a test may contain.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedCrispProperties.class)
final class EmbeddedCrispConfiguration {

	@Bean
	@Primary
	CrispConnectionDetails embeddedCrispConnectionDetails(EmbeddedCrisp crisp) {
		return new EmbeddedCrispConnectionDetails(crisp);
	}

	@Bean
	@Lazy(false)
	EmbeddedCrispStartup embeddedCrispStartup(EmbeddedCrisp crisp,
			ObjectProvider<CrispWebhookConnectionDetails> webhook, ObjectProvider<CrispListenerRegistry> registry,
			Environment environment) {
		ConfiguredAccounts.of(environment).forEach(crisp::account);
		boolean byWebhook = webhook.stream().anyMatch(EmbeddedCrispWebhookDetails.class::isInstance);
		crisp.transport(byWebhook ? EmbeddedCrisp.Transport.WEBHOOK : EmbeddedCrisp.Transport.RTM);
		return new EmbeddedCrispStartup(crisp, registry);
	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(OnRestartScopeCondition.class)
	static final class RestartedServerConfiguration {

		@Bean
		@Scope(OnRestartScopeCondition.SCOPE)
		EmbeddedCrisp embeddedCrisp(EmbeddedCrispProperties properties, Environment environment) {
			return EmbeddedCrispStartup.start(properties, environment);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(NoRestartScopeCondition.class)
	static final class ServerConfiguration {

		@Bean(destroyMethod = "close")
		EmbeddedCrisp embeddedCrisp(EmbeddedCrispProperties properties, Environment environment) {
			return EmbeddedCrispStartup.start(properties, environment);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(OnWebhookTransportCondition.class)
	@ConditionalOnClass(WebServerInitializedEvent.class)
	static final class WebhookConfiguration {

		@Bean
		@Primary
		CrispWebhookConnectionDetails embeddedCrispWebhookConnectionDetails(EmbeddedCrisp crisp) {
			return new EmbeddedCrispWebhookDetails(List.of(crisp.webhookSecret()), crisp.webhookKey());
		}

		@Bean
		EmbeddedCrispWebhookTarget embeddedCrispWebhookTarget(EmbeddedCrisp crisp, ApplicationContext context) {
			return new EmbeddedCrispWebhookTarget(crisp, context);
		}

	}

}
