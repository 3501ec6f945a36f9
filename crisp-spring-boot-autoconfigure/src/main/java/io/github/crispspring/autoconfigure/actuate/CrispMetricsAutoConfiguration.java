package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for metrics of Crisp.
 */
@AutoConfiguration(after = CrispListenerAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, CrispEventDispatcher.class })
public final class CrispMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CrispListenerMetrics crispListenerMetrics(CrispEventDispatcher dispatcher) {
		return new CrispListenerMetrics(dispatcher);
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventDelayHandler crispEventDelayHandler(MeterRegistry registry) {
		return new CrispEventDelayHandler(registry);
	}

}
