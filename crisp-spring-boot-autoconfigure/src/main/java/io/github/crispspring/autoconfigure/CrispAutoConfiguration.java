package io.github.crispspring.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the connection to Crisp.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "crisp.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ CrispProperties.class, CrispReplicasProperties.class })
public final class CrispAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(CrispConnectionDetails.class)
	@Conditional(OnCrispCredentialsCondition.class)
	PropertiesCrispConnectionDetails crispConnectionDetails(CrispProperties properties,
			ObjectProvider<CrispRtmProperties> rtmProperties) {
		return new PropertiesCrispConnectionDetails(properties, rtmProperties);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnNotWebApplication
	@Conditional(OnCrispWebhookCondition.class)
	@EnableConfigurationProperties(CrispWebhookProperties.class)
	static class WebhookWithoutServerConfiguration {

		@Bean
		@Lazy(false)
		WebhookWithoutServer crispWebhookWithoutServer(ListableBeanFactory beans) {
			return new WebhookWithoutServer(beans);
		}

	}

}
