package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispWebhookAutoConfiguration;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.replicas.SharedCrispEventDeduplicator;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookController;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Crisp metrics.
 */
@AutoConfiguration(
		after = { CrispClientAutoConfiguration.class, CrispListenerAutoConfiguration.class,
				CrispWebhookAutoConfiguration.class, CrispRtmAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, CrispEventDispatcher.class })
public final class CrispMetricsAutoConfiguration {

	@Bean
	CrispListenerMetrics crispListenerMetrics(CrispEventDispatcher eventDispatcher) {
		return new CrispListenerMetrics(eventDispatcher);
	}

	@Bean
	CrispJsonMetrics crispJsonMetrics() {
		return new CrispJsonMetrics();
	}

	@Bean
	@ConditionalOnSingleCandidate(CrispRest.class)
	CrispRestMetrics crispRestMetrics(CrispRest rest) {
		return new CrispRestMetrics(rest);
	}

	@Bean
	@ConditionalOnBean(CrispWebhookController.class)
	CrispWebhookMetrics crispWebhookMetrics(CrispWebhookController webhookController) {
		return new CrispWebhookMetrics(webhookController);
	}

	@Bean
	@ConditionalOnBean(CrispRtm.class)
	CrispRtmMetrics crispRtmMetrics(CrispRtm rtm) {
		return new CrispRtmMetrics(rtm);
	}

	@Bean
	@ConditionalOnBean(SharedCrispEventDeduplicator.class)
	CrispReplicasMetrics crispReplicasMetrics(SharedCrispEventDeduplicator eventDeduplicator) {
		return new CrispReplicasMetrics(eventDeduplicator);
	}

	@Bean
	CrispEventDelayHandler crispEventDelayHandler(MeterRegistry meterRegistry) {
		return new CrispEventDelayHandler(meterRegistry);
	}

}
