package io.github.crispspring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

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
	PropertiesCrispConnectionDetails crispConnectionDetails(CrispProperties properties) {
		return new PropertiesCrispConnectionDetails(properties);
	}

}
