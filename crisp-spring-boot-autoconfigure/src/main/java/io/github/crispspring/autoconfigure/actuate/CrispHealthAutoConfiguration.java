package io.github.crispspring.autoconfigure.actuate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispRtmAutoConfiguration;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.rtm.CrispRtm;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Crisp health checks.
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, CrispListenerAutoConfiguration.class,
		CrispRtmAutoConfiguration.class })
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(CrispEventDispatcher.class)
@ConditionalOnEnabledHealthIndicator("crisp")
@EnableConfigurationProperties(CrispHealthProperties.class)
public final class CrispHealthAutoConfiguration {

	@Bean
	RestCallRecorder crispRestCallRecorder() {
		return new RestCallRecorder();
	}

	@Bean
	@ConditionalOnMissingBean(name = { "crispHealthIndicator", "crispHealthContributor" })
	HealthContributor crispHealthContributor(CrispEventDispatcher eventDispatcher, ObjectProvider<CrispRest> rest,
			RestCallRecorder callRecorder, ObjectProvider<CrispRtm> rtm, CrispHealthProperties healthProperties) {
		Map<String, HealthContributor> contributors = new LinkedHashMap<>();
		contributors.put("listener", new CrispListenerHealthIndicator(eventDispatcher));
		rest.ifUnique((client) -> contributors.put("rest", new CrispRestHealthIndicator(callRecorder, client)));
		rtm.ifUnique((connection) -> contributors.put("rtm",
				new CrispRtmHealthIndicator(connection, healthProperties.gracePeriod(), Clock.systemUTC())));
		return CompositeHealthContributor.fromMap(contributors);
	}

}
