package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.crispspring.CrispClients;
import io.github.crispspring.autoconfigure.CrispAccountProperties;
import io.github.crispspring.autoconfigure.CrispAccountRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispAccountsAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispConnectionDetails;
import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispWebhookAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispWebhookConnectionDetails;
import io.github.crispspring.autoconfigure.CrispWebhookProperties;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link CrispEndpoint}.
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, CrispAccountsAutoConfiguration.class,
		CrispListenerAutoConfiguration.class, CrispWebhookAutoConfiguration.class, CrispRtmAutoConfiguration.class,
		CrispAccountRtmAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(CrispEventDispatcher.class)
@ConditionalOnAvailableEndpoint(CrispEndpoint.class)
public final class CrispEndpointAutoConfiguration {

	private static final Duration CHECK_LIMIT = Duration.ofSeconds(15);

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	@Bean
	@ConditionalOnMissingBean
	CrispEndpoint crispEndpoint(CrispListenerRegistry listenerRegistry, CrispEventDispatcher eventDispatcher,
			ObjectProvider<CrispWebhookReceiver> webhookReceiver,
			ObjectProvider<CrispWebhookProperties> webhookProperties, ObjectProvider<CrispRtm> rtm,
			ObjectProvider<DiagnosticChecks> diagnosticChecks) {
		Map<String, CrispEndpoint.Transport> transports = new HashMap<>();
		webhookReceiver.ifUnique((controller) -> transports.put("webhook", () -> Map.of("path",
				webhookProperties.getObject().path(), "rejected", controller.getRejectionCounts())));
		rtm.stream(ObjectProvider.UNFILTERED)
			.forEach((connection) -> transports.put(name(connection), () -> Map.of("state",
					connection.state().getClass().getSimpleName(), "since", connection.state().since())));
		return new CrispEndpoint(listenerRegistry, eventDispatcher, transports,
				new CrispDiagnostics(diagnosticChecks.orderedStream().toList(), CHECK_LIMIT));
	}

	private static String name(CrispRtm connection) {
		return connection.account().equals(CrispDelivery.DEFAULT_ACCOUNT) ? "rtm" : "rtm." + connection.account();
	}

	@Bean
	@Order(0)
	DiagnosticChecks crispConfigurationCheck(ObjectProvider<AccountChecks> accountChecks,
			ObjectProvider<CrispWebhookReceiver> webhookReceiver) {
		return (webhookUrl) -> List.of(new ConfigurationCheck(!accountChecks.getObject().isEmpty(),
				webhookReceiver.getIfUnique() != null, webhookUrl != null));
	}

	@Bean
	@Order(1)
	AccountChecks crispAccountChecks(ObjectProvider<CrispRest> rest,
			ObjectProvider<CrispConnectionDetails> connectionDetails, ObjectProvider<CrispClients> clients,
			CrispListenerRegistry listenerRegistry, ObjectProvider<CrispWebhookProperties> webhookProperties,
			Environment environment) {
		CrispWebhookProperties webhook = webhookProperties.getIfUnique();
		AccountChecks checks = new AccountChecks(listenerRegistry,
				(webhook != null) ? webhook.timestampTolerance() : Duration.ZERO);
		connectionDetails.ifUnique((details) -> rest.ifUnique((client) -> checks.add(CrispDelivery.DEFAULT_ACCOUNT,
				client, details.getCredentials(), websiteId(details, environment))));
		clients.ifUnique((accounts) -> accounts(environment).forEach((name, account) -> {
			String identifier = account.identifier();
			String key = account.key();
			if (identifier != null && key != null && accounts.names().contains(name)) {
				checks.add(name, accounts.rest(name), new CrispCredentials(identifier, key, account.tier()),
						account.websiteId());
			}
		}));
		return checks;
	}

	private static Map<String, CrispAccountProperties> accounts(Environment environment) {
		return Binder.get(environment)
			.bind("crisp.accounts", Bindable.mapOf(String.class, CrispAccountProperties.class))
			.orElseGet(Map::of);
	}

	/**
	 * The details do not contain the property if there is no realtime connection.
	 */
	private static @Nullable String websiteId(CrispConnectionDetails connectionDetails, Environment environment) {
		String websiteId = connectionDetails.getWebsiteId();
		return (websiteId != null) ? websiteId
				: Binder.get(environment).bind("crisp.rtm.website-id", String.class).orElse(null);
	}

	@Bean
	@Order(2)
	@ConditionalOnBean(CrispWebhookReceiver.class)
	DiagnosticChecks crispDeliveriesCheck(CrispWebhookReceiver webhookReceiver) {
		return (webhookUrl) -> List.of(new DeliveriesCheck(webhookReceiver.getOutcomes()));
	}

	/**
	 * Configuration of the check of the public URL.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebClient.class, ClientHttpConnectorBuilder.class })
	@ConditionalOnBean({ CrispWebhookReceiver.class, ClientHttpConnectorBuilder.class })
	static class WebhookUrlConfiguration {

		/**
		 * The client has no observations, which would contain the key in the URL.
		 */
		@Bean
		@Order(3)
		DiagnosticChecks crispWebhookUrlCheck(CrispWebhookConnectionDetails connectionDetails,
				ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
				ObjectProvider<HttpClientSettings> httpClientSettings, Environment environment) {
			HttpClientSettings settings = httpClientSettings.getIfUnique(HttpClientSettings::defaults)
				.withTimeouts(CONNECT_TIMEOUT, READ_TIMEOUT)
				.withRedirects(HttpRedirects.DONT_FOLLOW);
			return (webhookUrl) -> (webhookUrl != null) ? List.of(new WebhookUrlCheck(
					WebClient.builder().clientConnector(connectorBuilder.getObject().build(settings)).build(),
					webhookUrl, secret(connectionDetails, environment))) : List.of();
		}

		/**
		 * All accounts have the same endpoint, so that the secret of any of them verifies
		 * the request.
		 */
		private static @Nullable String secret(CrispWebhookConnectionDetails connectionDetails,
				Environment environment) {
			return Stream
				.concat(connectionDetails.getSecrets().stream(),
						accounts(environment).values()
							.stream()
							.map(CrispAccountProperties::webhook)
							.flatMap((webhook) -> Stream.concat(Stream.ofNullable(webhook.secret()),
									webhook.secrets().stream())))
				.findFirst()
				.orElse(null);
		}

	}

}
