package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.autoconfigure.CrispRtmAutoConfiguration;
import io.github.crispspring.rtm.CrispRtm;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what health and metrics remember
 * of the realtime connection.
 */
@AutoConfiguration(after = CrispRtmAutoConfiguration.class,
		before = { CrispHealthAutoConfiguration.class, CrispMetricsAutoConfiguration.class })
@ConditionalOnBean(CrispRtm.class)
@Conditional(CrispRtmHistoryAutoConfiguration.HealthOrMetrics.class)
public final class CrispRtmHistoryAutoConfiguration {

	@Bean
	RtmHistory crispRtmHistory() {
		return new RtmHistory();
	}

	static final class HealthOrMetrics extends AnyNestedCondition {

		HealthOrMetrics() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		@ConditionalOnClass(HealthIndicator.class)
		static class Health {

		}

		@ConditionalOnClass(MeterRegistry.class)
		static class Metrics {

		}

	}

}
