package io.github.crispspring.autoconfigure;

import java.time.Clock;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.webhook.CrispWebhookController;
import io.github.crispspring.webhook.CrispWebhookVerifier;
import io.github.crispspring.webhook.CrispWebhookWebFlux;
import io.github.crispspring.webhook.CrispWebhookWebMvc;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the endpoint that receives
 * webhooks, on Spring MVC and on Spring WebFlux. It requires a secret or a key.
 */
@AutoConfiguration(after = CrispListenerAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(CrispEventDispatcher.class)
@Conditional(OnCrispWebhookCondition.class)
@EnableConfigurationProperties(CrispWebhookProperties.class)
public final class CrispWebhookAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CrispWebhookVerifier crispWebhookProof(CrispWebhookProperties properties, CrispProperties listenerProperties,
			CrispReplicasProperties replicas, ObjectProvider<CrispEventDeduplicator> duplicates) {
		CrispWebhookChecks.checkReplay(properties, listenerProperties, replicas, duplicates.getIfUnique());
		return new CrispWebhookVerifier(properties.secrets(), properties.key(), properties.timestampTolerance(),
				Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	CrispWebhookController crispWebhookController(CrispWebhookVerifier proof, CrispEventReader reader,
			CrispEventDispatcher dispatcher, CrispWebhookProperties properties) {
		CrispWebhookChecks.checkPath(properties);
		return new CrispWebhookController(proof, reader, dispatcher, properties.acknowledge(),
				properties.acknowledgeTimeout(), Clock.systemUTC());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class WebMvcConfiguration {

		@Bean
		@ConditionalOnMissingBean
		CrispWebhookWebMvc crispWebhookWebMvc(CrispWebhookProperties properties) {
			return new CrispWebhookWebMvc(properties.path(), properties.maxBodySize(), properties.readTimeout());
		}

		@Bean
		@Lazy(false)
		WebhookStartup crispWebhookStartup(WebApplicationContext context, CrispListenerRegistry listeners,
				ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
			return WebMvcRoutes.startup(context, listeners, mappings);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass(WebFluxConfigurer.class)
	static class WebFluxConfiguration {

		@Bean
		@ConditionalOnMissingBean
		CrispWebhookWebFlux crispWebhookWebFlux(CrispWebhookProperties properties) {
			return new CrispWebhookWebFlux(properties.maxBodySize(), properties.readTimeout());
		}

		@Bean
		@Lazy(false)
		WebhookStartup crispWebhookStartup(ApplicationContext context, CrispListenerRegistry listeners,
				ObjectProvider<org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping> mappings) {
			return WebFluxRoutes.startup(context, listeners, mappings);
		}

	}

}
