package io.github.crispspring.autoconfigure;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Supplies the HTTP client of the realtime connection. It is built like the one of the
 * application, with its proxy, customizers and resources.
 */
final class RtmHttpClient implements Supplier<HttpClient> {

	private final ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder;

	private final ObjectProvider<ReactorResourceFactory> resourceFactory;

	private final HttpClientSettings settings;

	RtmHttpClient(ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<ReactorResourceFactory> resourceFactory, HttpClientSettings settings) {
		this.connectorBuilder = connectorBuilder;
		this.resourceFactory = resourceFactory;
		this.settings = settings;
	}

	@Override
	public HttpClient get() {
		if (this.connectorBuilder.getIfUnique() instanceof ReactorClientHttpConnectorBuilder builder) {
			AtomicReference<@Nullable HttpClient> httpClient = new AtomicReference<>();
			builder.withHttpClientCustomizer((customized) -> {
				httpClient.set(customized);
				return customized;
			}).build(this.settings);
			return Objects.requireNonNull(httpClient.get());
		}
		ReactorHttpClientBuilder builder = new ReactorHttpClientBuilder();
		ReactorResourceFactory factory = this.resourceFactory.getIfUnique();
		return ((factory != null) ? builder.withReactorResourceFactory(factory) : builder).build(this.settings);
	}

}
