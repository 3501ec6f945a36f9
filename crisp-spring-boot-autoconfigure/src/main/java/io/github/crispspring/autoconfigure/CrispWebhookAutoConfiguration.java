package io.github.crispspring.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.replicas.SharedCrispEventDeduplicator;
import io.github.crispspring.webhook.CrispWebhookEndpoint;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import io.github.crispspring.webhook.CrispWebhookVerifier;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the webhook endpoint, on Spring
 * MVC and Spring WebFlux. Requires a secret or a key.
 */
@AutoConfiguration(after = CrispListenerAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(CrispEventDispatcher.class)
@Conditional(OnCrispWebhookCondition.class)
@EnableConfigurationProperties({ CrispProperties.class, CrispWebhookProperties.class })
public final class CrispWebhookAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(CrispWebhookConnectionDetails.class)
	PropertiesCrispWebhookConnectionDetails crispWebhookConnectionDetails(CrispWebhookProperties webhookProperties) {
		return new PropertiesCrispWebhookConnectionDetails(webhookProperties);
	}

	@Bean
	@ConditionalOnMissingBean
	CrispWebhookVerifier crispWebhookVerifier(CrispWebhookConnectionDetails connectionDetails,
			CrispProperties crispProperties, CrispWebhookProperties webhookProperties,
			CrispListenerProperties listenerProperties, ObjectProvider<CrispEventDeduplicator> eventDeduplicator) {
		WebhookAccounts accounts = new WebhookAccounts(connectionDetails, crispProperties.accounts());
		CrispEventDeduplicator unique = eventDeduplicator.getIfUnique();
		boolean retentionApplies = unique instanceof InMemoryCrispEventDeduplicator
				|| unique instanceof SharedCrispEventDeduplicator;
		if (retentionApplies && accounts.isSigned()) {
			checkReplay(webhookProperties.timestampTolerance(), listenerProperties.duplicates().retention());
		}
		return new CrispWebhookVerifier(accounts.toList(), webhookProperties.timestampTolerance(), Clock.systemUTC());
	}

	/**
	 * A captured request may be sent again until its timestamp is too old. The timestamp
	 * may be as far in the future as in the past.
	 */
	private void checkReplay(Duration tolerance, Duration retention) {
		// Multiplying a duration would load BigDecimal, which slows down the start
		if (retention.compareTo(tolerance.plus(tolerance)) < 0) {
			throw new InvalidConfigurationPropertyValueException("crisp.listener.duplicates.retention", retention,
					"Must be at least twice 'crisp.webhook.timestamp-tolerance', which is %s, so that a webhook cannot be replayed after it was forgotten. Increase the retention or reduce the tolerance."
						.formatted(tolerance));
		}
	}

	@Bean
	CrispWebhookReceiver crispWebhookReceiver(CrispWebhookVerifier webhookVerifier, CrispEventReader eventReader,
			CrispEventDispatcher eventDispatcher, CrispWebhookProperties webhookProperties) {
		return CrispWebhookEndpoint.receiver(webhookVerifier, eventReader, eventDispatcher,
				webhookProperties.acknowledge(), webhookProperties.acknowledgeTimeout(), Clock.systemUTC());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class WebMvcConfiguration {

		@Bean
		HttpRequestHandler crispWebhookRequestHandler(CrispWebhookReceiver webhookReceiver,
				CrispWebhookProperties webhookProperties) {
			return CrispWebhookEndpoint.webMvcHandler(webhookReceiver, webhookProperties.maxBodySize(),
					webhookProperties.readTimeout());
		}

		@Bean
		org.springframework.web.servlet.HandlerMapping crispWebhookHandlerMapping(
				@Qualifier("crispWebhookRequestHandler") HttpRequestHandler requestHandler,
				CrispWebhookProperties webhookProperties) {
			return CrispWebhookEndpoint.webMvcHandlerMapping(requestHandler, webhookProperties.path());
		}

		@Bean
		org.springframework.web.servlet.HandlerMapping crispWebhookRejectionMapping(
				@Qualifier("crispWebhookRequestHandler") HttpRequestHandler requestHandler,
				CrispWebhookProperties webhookProperties) {
			return CrispWebhookEndpoint.webMvcRejectionMapping(requestHandler, webhookProperties.path());
		}

		@Bean
		HandlerExceptionResolver crispWebhookExceptionResolver(CrispWebhookReceiver webhookReceiver,
				CrispWebhookProperties webhookProperties) {
			return CrispWebhookEndpoint.webMvcExceptionResolver(webhookReceiver, webhookProperties.path());
		}

		@Bean
		FilterRegistrationBean<Filter> crispWebhookFilter(CrispWebhookProperties webhookProperties) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
					CrispWebhookEndpoint.outermostFilter(webhookProperties.path()));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
			return registration;
		}

		@Bean
		static ObservationFilterProcessor crispWebhookObservationFilterProcessor(
				ObjectProvider<CrispWebhookProperties> properties) {
			return new ObservationFilterProcessor(properties::getObject);
		}

		@Bean
		@Lazy(false)
		WebhookMappingCheck crispWebhookMappingCheck(WebApplicationContext context,
				CrispListenerRegistry listenerRegistry, CrispWebhookConnectionDetails connectionDetails,
				CrispProperties crispProperties, CrispWebhookProperties webhookProperties,
				ObjectProvider<RequestMappingInfoHandlerMapping> handlerMappings) {
			boolean signed = new WebhookAccounts(connectionDetails, crispProperties.accounts()).isSigned();
			return WebMvcRoutes.check(context, listenerRegistry, !signed, webhookProperties.path(), handlerMappings);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass({ WebFluxConfigurer.class, WebHttpHandlerBuilderCustomizer.class })
	static class WebFluxConfiguration {

		@Bean
		HandlerMapping crispWebhookHandlerMapping(CrispWebhookReceiver webhookReceiver,
				CrispWebhookProperties webhookProperties) {
			return CrispWebhookEndpoint.webFluxHandlerMapping(webhookReceiver, webhookProperties.path(),
					webhookProperties.maxBodySize(), webhookProperties.readTimeout());
		}

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		WebHttpHandlerBuilderCustomizer crispWebHttpHandlerBuilderCustomizer(CrispWebhookProperties webhookProperties) {
			return (builder) -> CrispWebhookEndpoint.customize(builder, webhookProperties.path());
		}

		@Bean
		@Lazy(false)
		WebhookMappingCheck crispWebhookMappingCheck(ApplicationContext context, CrispListenerRegistry listenerRegistry,
				CrispWebhookConnectionDetails connectionDetails, CrispProperties crispProperties,
				CrispWebhookProperties webhookProperties,
				ObjectProvider<org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping> handlerMappings) {
			boolean signed = new WebhookAccounts(connectionDetails, crispProperties.accounts()).isSigned();
			return WebFluxRoutes.check(context, listenerRegistry, !signed, webhookProperties.path(), handlerMappings);
		}

	}

}
