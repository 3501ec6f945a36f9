package io.github.crispspring.autoconfigure;

import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispCallObservationConvention;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRestBuilder;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.CrispWebClientCustomizer;
import io.github.crispspring.client.bucket.BucketClient;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.MediaClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.PlanClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.upload.CrispUploads;
import io.github.crispspring.upload.ReactiveCrispUploads;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the clients of Crisp's REST API.
 */
@AutoConfiguration(after = { CrispAutoConfiguration.class, WebClientAutoConfiguration.class })
@ConditionalOnClass({ WebClient.class, WebClientAutoConfiguration.class })
@ConditionalOnBean({ CrispConnectionDetails.class, WebClient.Builder.class, ClientHttpConnectorBuilder.class })
public final class CrispClientAutoConfiguration {

	private static final String CLIENT = "crispClient";

	private static final String REACTIVE_CLIENT = "reactiveCrispClient";

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	CrispRest crispRest(CrispConnectionDetails connectionDetails, CrispRestProperties restProperties,
			ObjectProvider<WebClient.Builder> webClientBuilder,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<HttpClientSettings> httpClientSettings, ObjectProvider<CrispWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<CrispCallObservationConvention> observationConvention) {
		return restBuilder(restProperties, webClientBuilder, connectorBuilder, httpClientSettings, customizers,
				observationRegistry, observationConvention)
			.baseUrl(connectionDetails.getBaseUrl())
			.credentials(connectionDetails.getCredentials())
			.build();
	}

	/**
	 * Create a builder without the account.
	 */
	static CrispRestBuilder restBuilder(CrispRestProperties restProperties,
			ObjectProvider<WebClient.Builder> webClientBuilder,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<HttpClientSettings> httpClientSettings, ObjectProvider<CrispWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<CrispCallObservationConvention> observationConvention) {
		// The time limit of an attempt includes that of reading its response
		HttpClientSettings limits = httpClientSettings.getIfUnique(HttpClientSettings::defaults)
			.withTimeouts(restProperties.connectTimeout(), null)
			.withRedirects(HttpRedirects.DONT_FOLLOW);
		CrispRestBuilder rest = CrispRest.builder(() -> {
			WebClient.Builder builder = webClientBuilder.getObject()
				.clientConnector(connectorBuilder.getObject().build(limits));
			customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
			return builder;
		})
			.headers(restProperties.headers())
			.maxResponseSize(restProperties.maxResponseSize())
			.readTimeout(restProperties.readTimeout())
			.redirectsDisabled()
			.retry(retry(restProperties.retry()))
			.observations(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP),
					observationConvention.getIfUnique());
		if (restProperties.dailyBudget() != null) {
			rest.dailyBudget(restProperties.dailyBudget());
		}
		if (restProperties.maxCallsPerSecond() != null) {
			rest.maxCallsPerSecond(restProperties.maxCallsPerSecond());
		}
		return rest;
	}

	private static CrispRetry retry(CrispRestProperties.Retry retry) {
		return retry.enabled()
				? new CrispRetry(retry.attempts(), retry.backoff(), retry.maxBackoff(), retry.maxRetryAfter())
				: CrispRetry.none();
	}

	/**
	 * Replaced by name only, as the application may define clients of other accounts,
	 * which are derived from this one.
	 */
	@Bean
	@Lazy
	@ConditionalOnMissingBean(name = CLIENT)
	CrispClient crispClient(CrispRest rest) {
		return new CrispClient(rest);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(name = REACTIVE_CLIENT)
	ReactiveCrispClient reactiveCrispClient(CrispRest rest) {
		return new ReactiveCrispClient(rest);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	WebsiteClient crispWebsiteClient(@Qualifier(CLIENT) CrispClient client) {
		return client.website();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	PluginClient crispPluginClient(@Qualifier(CLIENT) CrispClient client) {
		return client.plugin();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	PlanClient crispPlanClient(@Qualifier(CLIENT) CrispClient client) {
		return client.plan();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	MediaClient crispMediaClient(@Qualifier(CLIENT) CrispClient client) {
		return client.media();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	BucketClient crispBucketClient(@Qualifier(CLIENT) CrispClient client) {
		return client.bucket();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveWebsiteClient reactiveCrispWebsiteClient(@Qualifier(REACTIVE_CLIENT) ReactiveCrispClient client) {
		return client.website();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactivePluginClient reactiveCrispPluginClient(@Qualifier(REACTIVE_CLIENT) ReactiveCrispClient client) {
		return client.plugin();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactivePlanClient reactiveCrispPlanClient(@Qualifier(REACTIVE_CLIENT) ReactiveCrispClient client) {
		return client.plan();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveMediaClient reactiveCrispMediaClient(@Qualifier(REACTIVE_CLIENT) ReactiveCrispClient client) {
		return client.media();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveBucketClient reactiveCrispBucketClient(@Qualifier(REACTIVE_CLIENT) ReactiveCrispClient client) {
		return client.bucket();
	}

	/**
	 * The event that uploads require is subscribed to only if they are used.
	 */
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveCrispUploads reactiveCrispUploads(@Qualifier(REACTIVE_CLIENT) ReactiveCrispClient client,
			WebClient.Builder webClientBuilder, CrispListenerRegistry listenerRegistry) {
		ReactiveCrispUploads uploads = new ReactiveCrispUploads(client.bucket(), webClientBuilder.build(),
				ReactiveCrispUploads.DEFAULT_TIMEOUT);
		AccountUploads.receiveUrls(CrispDelivery.DEFAULT_ACCOUNT, uploads, listenerRegistry);
		return uploads;
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	CrispUploads crispUploads(ReactiveCrispUploads uploads) {
		return new CrispUploads(uploads);
	}

	@Bean
	static ClientListenerLookupExclusion crispClientListenerLookupExclusion() {
		return new ClientListenerLookupExclusion();
	}

}
