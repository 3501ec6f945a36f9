package io.github.crispspring.autoconfigure;

import java.time.Clock;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.webhook.CrispWebhookController;
import io.github.crispspring.webhook.CrispWebhookProof;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the endpoint that receives web
 * hooks of Crisp, on Spring MVC and on Spring WebFlux. Without a secret or a key there is
 * none.
 */
@AutoConfiguration(after = CrispListenerAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(CrispEventDispatcher.class)
@Conditional(OnCrispWebhookCondition.class)
@EnableConfigurationProperties(CrispWebhookProperties.class)
public final class CrispWebhookAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CrispWebhookProof crispWebhookProof(CrispWebhookProperties properties, CrispProperties listenerProperties,
			CrispReplicasProperties replicas, ObjectProvider<CrispEventDeduplicator> duplicates,
			ObjectProvider<Clock> clock) {
		CrispWebhookChecks.checkReplay(properties, listenerProperties, replicas, duplicates.getIfAvailable());
		return new CrispWebhookProof(properties.secrets(), properties.key(), properties.timestampTolerance(),
				clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	CrispWebhookController crispWebhookController(CrispWebhookProof proof, CrispEventReader reader,
			CrispEventDispatcher dispatcher, CrispWebhookProperties properties, ObjectProvider<Clock> clock) {
		CrispWebhookChecks.checkPath(properties);
		return new CrispWebhookController(proof, reader, dispatcher, properties.acknowledge(),
				properties.acknowledgeTimeout(), clock.getIfAvailable(Clock::systemUTC));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class WebMvcConfiguration {

		@Bean
		@ConditionalOnMissingBean
		CrispWebhookWebMvc crispWebhookWebMvc(CrispWebhookProperties properties) {
			CrispWebhookChecks.checkMaxBodySize(properties);
			return new CrispWebhookWebMvc(properties.path(), properties.maxBodySize());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass(WebFluxConfigurer.class)
	static class WebFluxConfiguration {

		@Bean
		@ConditionalOnMissingBean
		CrispWebhookWebFlux crispWebhookWebFlux(CrispWebhookProperties properties) {
			CrispWebhookChecks.checkMaxBodySize(properties);
			return new CrispWebhookWebFlux(properties.maxBodySize());
		}

	}

}
