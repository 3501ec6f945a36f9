package io.github.crispspring.rtm;

import java.net.URI;
import java.net.URISyntaxException;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.model.ConnectEndpoints;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * Resolves the URL of the WebSocket. The URL is requested from Crisp before each
 * connection, as it is valid for one connection only.
 */
final class RtmEndpointResolver {

	private final CrispTier tier;

	private final CrispRtmSettings settings;

	private final Routes routes;

	/**
	 * Create a resolver.
	 * @param tier the tier of the credentials
	 * @param settings the settings
	 * @param rest the REST API, without retries, as the connection is retried as a whole
	 */
	RtmEndpointResolver(CrispTier tier, CrispRtmSettings settings, CrispRest rest) {
		this.tier = tier;
		this.settings = settings;
		this.routes = rest.client(Routes.class);
	}

	/**
	 * Resolve the URL of the WebSocket.
	 * @return the URL; fails with an {@link RtmConnectException} if it cannot be
	 * requested
	 */
	Mono<URI> resolve() {
		URI configured = this.settings.url();
		return (configured != null) ? Mono.just(toWebSocketUrl(configured)) : request();
	}

	private Mono<URI> request() {
		return requestEndpoints().mapNotNull(ConnectEndpoints::socket)
			.mapNotNull(ConnectEndpoints.Socket::app)
			.switchIfEmpty(Mono.error(() -> new RtmProtocolException("the response contains no URL")))
			.map((url) -> toWebSocketUrl(check(url)))
			.onErrorMap((ex) -> new RtmConnectException(
					"Cannot request the RTM URL from " + RtmConnectException.hostAndPort(this.settings.restUrl()), ex));
	}

	private Mono<ConnectEndpoints> requestEndpoints() {
		return switch (this.tier) {
			case PLUGIN -> this.routes.getPluginConnectEndpoints();
			case USER -> this.routes.getUserConnectEndpoints();
			case WEBSITE -> {
				String websiteId = this.settings.websiteId();
				if (websiteId == null) {
					throw new RtmProtocolException("'crisp.rtm.website-id' must be set for the website tier");
				}
				yield this.routes.getWebsiteConnectEndpoints(websiteId);
			}
		};
	}

	/**
	 * The credentials are sent to this server, and only TLS ensures that it is Crisp's.
	 */
	private URI check(String text) {
		URI url = parse(text);
		if (!isScheme(url, "wss") && !(isScheme(url, "ws") && isScheme(this.settings.restUrl(), "http"))) {
			throw new RtmProtocolException("the URL in the response must begin with 'wss://'");
		}
		if (!StringUtils.hasText(url.getHost())) {
			throw new RtmProtocolException("the URL in the response has no host");
		}
		if (url.getRawUserInfo() != null) {
			throw new RtmProtocolException("the URL in the response must not contain user information");
		}
		return url;
	}

	private URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			throw new RtmProtocolException("the response contains a malformed URL");
		}
	}

	private boolean isScheme(URI url, String scheme) {
		return scheme.equalsIgnoreCase(url.getScheme());
	}

	/**
	 * Keep the path and the query unchanged, including their encoding.
	 */
	private URI toWebSocketUrl(URI url) {
		String path = StringUtils.hasLength(url.getRawPath()) ? url.getRawPath() : "/";
		String query = StringUtils.hasLength(url.getRawQuery()) ? url.getRawQuery() + "&" : "";
		return URI.create(
				"%s://%s%s?%sEIO=4&transport=websocket".formatted(url.getScheme(), url.getRawAuthority(), path, query));
	}

	/**
	 * Routes that return the URL, one for each tier.
	 */
	interface Routes {

		@GetExchange("/v1/plugin/connect/endpoints")
		Mono<ConnectEndpoints> getPluginConnectEndpoints();

		@GetExchange("/v1/user/connect/endpoints")
		Mono<ConnectEndpoints> getUserConnectEndpoints();

		@GetExchange("/v1/website/{websiteId}/connect/endpoints")
		Mono<ConnectEndpoints> getWebsiteConnectEndpoints(@PathVariable String websiteId);

	}

}
