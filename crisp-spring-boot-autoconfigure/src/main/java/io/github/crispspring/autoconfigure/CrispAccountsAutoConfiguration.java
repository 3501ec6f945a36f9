package io.github.crispspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.crispspring.CrispClients;
import io.github.crispspring.client.CrispCallObservationConvention;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRestBuilder;
import io.github.crispspring.client.CrispWebClientCustomizer;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the clients and uploads of named
 * accounts.
 */
@AutoConfiguration(after = CrispClientAutoConfiguration.class,
		before = { CrispHttpServiceGroupAutoConfiguration.class, CrispListenerAutoConfiguration.class })
@ConditionalOnCrispEnabled
@ConditionalOnClass({ WebClient.class, WebClientAutoConfiguration.class })
@ConditionalOnBean({ WebClient.Builder.class, ClientHttpConnectorBuilder.class })
@Conditional(OnCrispAccountsCondition.class)
@Import(AccountClientRegistrar.class)
public final class CrispAccountsAutoConfiguration {

	static final String CLIENTS = "crispClients";

	static final String UPLOADS = "crispAccountUploads";

	/**
	 * All accounts are derived from one instance, so that they share the HTTP client.
	 */
	@Bean(CLIENTS)
	CrispClients crispClients(CrispProperties crispProperties, CrispRestProperties restProperties,
			ObjectProvider<WebClient.Builder> webClientBuilder,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<HttpClientSettings> httpClientSettings, ObjectProvider<CrispWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<CrispCallObservationConvention> observationConvention, ListableBeanFactory beanFactory) {
		Map<String, CrispRest> accounts = new LinkedHashMap<>();
		CrispRest template = AccountBeans.defaultRest(beanFactory);
		if (template != null) {
			accounts.put(CrispDelivery.DEFAULT_ACCOUNT, template);
		}
		for (Map.Entry<String, CrispAccountProperties> entry : crispProperties.accounts().entrySet()) {
			CrispCredentials credentials = entry.getValue().credentials();
			if (credentials != null) {
				CrispRestBuilder builder = (template != null) ? template.mutate()
						: CrispClientAutoConfiguration
							.restBuilder(restProperties, webClientBuilder, connectorBuilder, httpClientSettings,
									customizers, observationRegistry, observationConvention)
							.baseUrl(restProperties.baseUrl());
				template = builder.account(entry.getKey()).credentials(credentials).build();
				accounts.put(entry.getKey(), template);
			}
		}
		return new CrispClients(accounts);
	}

	@Bean(UPLOADS)
	@Lazy
	AccountUploads crispAccountUploads(CrispClients clients, ObjectProvider<WebClient.Builder> webClientBuilder,
			CrispListenerRegistry listenerRegistry) {
		return new AccountUploads(clients, webClientBuilder, listenerRegistry);
	}

	@Bean
	AccountObservationFilter crispAccountObservationFilter() {
		return new AccountObservationFilter();
	}

}
