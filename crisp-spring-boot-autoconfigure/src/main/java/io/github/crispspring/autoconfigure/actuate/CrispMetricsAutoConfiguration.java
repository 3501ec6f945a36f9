package io.github.crispspring.autoconfigure.actuate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.crispspring.CrispClients;
import io.github.crispspring.autoconfigure.CrispAccountRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispWebhookAutoConfiguration;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.replicas.SharedCrispEventDeduplicator;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Crisp metrics.
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, CrispListenerAutoConfiguration.class,
		CrispWebhookAutoConfiguration.class, CrispRtmAutoConfiguration.class, CrispAccountRtmAutoConfiguration.class },
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
	@ConditionalOnMissingBean(CrispClients.class)
	CrispRestMetrics crispRestMetrics(CrispRest rest) {
		return new CrispRestMetrics(Map.of(CrispDelivery.DEFAULT_ACCOUNT, rest), false);
	}

	@Bean
	@ConditionalOnBean(CrispClients.class)
	CrispRestMetrics crispAccountRestMetrics(CrispClients clients) {
		Map<String, CrispRest> accounts = new HashMap<>();
		clients.names().forEach((account) -> accounts.put(account, clients.rest(account)));
		return new CrispRestMetrics(accounts, true);
	}

	@Bean
	@ConditionalOnBean(CrispWebhookReceiver.class)
	CrispWebhookMetrics crispWebhookMetrics(CrispWebhookReceiver webhookReceiver) {
		return new CrispWebhookMetrics(webhookReceiver);
	}

	@Bean
	@ConditionalOnBean(CrispRtm.class)
	@ConditionalOnMissingBean(CrispClients.class)
	CrispRtmMetrics crispRtmMetrics(CrispRtm rtm) {
		return new CrispRtmMetrics(List.of(rtm), false);
	}

	@Bean
	@ConditionalOnBean(CrispClients.class)
	CrispRtmMetrics crispAccountRtmMetrics(ObjectProvider<CrispRtm> rtm) {
		return new CrispRtmMetrics(rtm.stream(ObjectProvider.UNFILTERED).toList(), true);
	}

	@Bean
	@ConditionalOnBean(SharedCrispEventDeduplicator.class)
	CrispReplicasMetrics crispReplicasMetrics(SharedCrispEventDeduplicator eventDeduplicator) {
		return new CrispReplicasMetrics(eventDeduplicator);
	}

	@Bean
	CrispEventDelayHandler crispEventDelayHandler(MeterRegistry meterRegistry, ListableBeanFactory beanFactory) {
		// The clients themselves require the observations
		boolean severalAccounts = beanFactory.getBeanNamesForType(CrispClients.class, true, false).length > 0;
		return new CrispEventDelayHandler(meterRegistry, severalAccounts);
	}

}
