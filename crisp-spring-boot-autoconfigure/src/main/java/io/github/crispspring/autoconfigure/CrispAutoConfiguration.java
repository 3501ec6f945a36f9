package io.github.crispspring.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Crisp: the account and how to
 * connect to it.
 */
@AutoConfiguration
@ConditionalOnCrispEnabled
@EnableConfigurationProperties({ CrispProperties.class, CrispRestProperties.class })
public final class CrispAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(CrispConnectionDetails.class)
	@Conditional(OnCrispCredentialsCondition.class)
	PropertiesCrispConnectionDetails crispConnectionDetails(CrispProperties crispProperties,
			CrispRestProperties restProperties, ObjectProvider<CrispRtmProperties> rtmProperties) {
		return new PropertiesCrispConnectionDetails(crispProperties, restProperties, rtmProperties);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnNotWebApplication
	@Conditional(OnCrispWebhookCondition.class)
	@EnableConfigurationProperties(CrispWebhookProperties.class)
	static class MissingWebServerConfiguration {

		@Bean
		@Lazy(false)
		MissingWebServerWarning crispMissingWebServerWarning(ListableBeanFactory beans) {
			return new MissingWebServerWarning(beans);
		}

	}

}
