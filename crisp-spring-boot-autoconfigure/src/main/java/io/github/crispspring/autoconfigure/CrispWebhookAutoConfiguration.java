package io.github.crispspring.autoconfigure;

import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.github.crispspring.webhook.CrispWebhookController;
import io.github.crispspring.webhook.CrispWebhookProof;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

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
	CrispWebhookProof crispWebhookProof(CrispWebhookProperties properties) {
		return new CrispWebhookProof(properties.secrets(), properties.key());
	}

	@Bean
	@ConditionalOnMissingBean
	CrispWebhookController crispWebhookController(CrispWebhookProof proof, CrispEventReader reader,
			CrispEventDispatcher dispatcher, CrispWebhookProperties properties) {
		return new CrispWebhookController(proof, reader, dispatcher, properties.acknowledgeTimeout());
	}

}
