package io.github.crispspring.autoconfigure;

import io.github.crispspring.client.website.conversation.CrispHandovers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Configuration shared by the realtime connections of all accounts.
 */
@Configuration(proxyBeanMethods = false)
class RtmConfiguration {

	@Bean
	RtmHttpClient crispRtmHttpClient(ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
			ObjectProvider<ReactorResourceFactory> resourceFactory, ObjectProvider<HttpClientSettings> settings,
			CrispRestProperties restProperties) {
		return new RtmHttpClient(connectorBuilder, customizers, resourceFactory,
				settings.getIfUnique(HttpClientSettings::defaults)
					.withTimeouts(restProperties.connectTimeout(), restProperties.readTimeout()));
	}

	@Bean
	HandoverGapListener crispHandoverGapListener(CrispHandovers handovers) {
		return new HandoverGapListener(handovers);
	}

}
