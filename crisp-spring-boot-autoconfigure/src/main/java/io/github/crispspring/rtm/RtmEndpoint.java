package io.github.crispspring.rtm;

import java.net.URI;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.plugin.PluginConnectEndpoints;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where to connect. Crisp is asked before each connection, as the answer is good for one.
 */
final class RtmEndpoint {

	private final @Nullable URI fixed;

	private final RtmCredentials credentials;

	private final Routes routes;

	RtmEndpoint(@Nullable URI fixed, RtmCredentials credentials, CrispRest rest) {
		this.fixed = fixed;
		this.credentials = credentials;
		this.routes = rest.client(Routes.class);
	}

	/**
	 * Find the URL of the WebSocket.
	 */
	Mono<URI> find() {
		Mono<String> url = (this.fixed != null) ? Mono.just(this.fixed.toString()) : ask();
		return url.map(this::webSocket);
	}

	private Mono<String> ask() {
		return answer().mapNotNull(PluginConnectEndpoints::socket)
			.mapNotNull(PluginConnectEndpoints.Socket::app)
			.switchIfEmpty(Mono.error(() -> new RtmProtocolException("Crisp did not say where to connect")));
	}

	private Mono<PluginConnectEndpoints> answer() {
		return switch (this.credentials.tier()) {
			case PLUGIN -> this.routes.getPluginConnectEndpoints();
			case USER -> this.routes.getUserConnectEndpoints();
			case WEBSITE -> {
				String websiteId = this.credentials.websiteId();
				Assert.state(websiteId != null, "The website tier needs 'crisp.website-id' to connect");
				yield this.routes.getWebsiteConnectEndpoints(websiteId);
			}
		};
	}

	private URI webSocket(String url) {
		return UriComponentsBuilder.fromUriString(url.replaceFirst("^http", "ws"))
			.queryParam("EIO", "4")
			.queryParam("transport", "websocket")
			.build()
			.toUri();
	}

	/**
	 * The routes that say where to connect, of which each tier has its own.
	 */
	interface Routes {

		@GetExchange("/v1/plugin/connect/endpoints")
		Mono<PluginConnectEndpoints> getPluginConnectEndpoints();

		@GetExchange("/v1/user/connect/endpoints")
		Mono<PluginConnectEndpoints> getUserConnectEndpoints();

		@GetExchange("/v1/website/{websiteId}/connect/endpoints")
		Mono<PluginConnectEndpoints> getWebsiteConnectEndpoints(@PathVariable String websiteId);

	}

}
