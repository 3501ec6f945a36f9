package io.github.crispspring.autoconfigure.actuate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.crispspring.CrispClients;
import io.github.crispspring.autoconfigure.CrispAccountRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispRtmAutoConfiguration;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
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
		CrispRtmAutoConfiguration.class, CrispAccountRtmAutoConfiguration.class })
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
			RestCallRecorder callRecorder, ObjectProvider<CrispRtm> rtm, ObjectProvider<CrispClients> clients,
			CrispHealthProperties healthProperties) {
		Map<String, HealthContributor> contributors = new LinkedHashMap<>();
		contributors.put("listener", new CrispListenerHealthIndicator(eventDispatcher));
		CrispClients accounts = clients.getIfUnique();
		if (accounts == null) {
			rest.ifUnique(
					(client) -> contributors.put("rest", rest(callRecorder, CrispDelivery.DEFAULT_ACCOUNT, client)));
			rtm.ifUnique((connection) -> contributors.put("rtm", rtm(connection, healthProperties)));
			return CompositeHealthContributor.fromMap(contributors);
		}
		Map<String, Map<String, HealthContributor>> named = new TreeMap<>();
		Function<String, Map<String, HealthContributor>> contributorsOf = (
				account) -> account.equals(CrispDelivery.DEFAULT_ACCOUNT) ? contributors
						: named.computeIfAbsent(account, (name) -> new LinkedHashMap<>());
		accounts.names()
			.forEach((account) -> contributorsOf.apply(account)
				.put("rest", rest(callRecorder, account, accounts.rest(account))));
		rtm.stream(ObjectProvider.UNFILTERED)
			.forEach((connection) -> contributorsOf.apply(connection.account())
				.put("rtm", rtm(connection, healthProperties)));
		if (!named.isEmpty()) {
			contributors.put("accounts",
					CompositeHealthContributor.fromMap(named, CompositeHealthContributor::fromMap));
		}
		return CompositeHealthContributor.fromMap(contributors);
	}

	private static HealthIndicator rest(RestCallRecorder callRecorder, String account, CrispRest rest) {
		return new CrispRestHealthIndicator(callRecorder, account, rest);
	}

	private static HealthIndicator rtm(CrispRtm connection, CrispHealthProperties properties) {
		return new CrispRtmHealthIndicator(connection, properties.gracePeriod(), Clock.systemUTC());
	}

}
