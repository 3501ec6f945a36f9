package io.github.crispspring.rtm;

import java.net.URI;
import java.net.URISyntaxException;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.plugin.PluginConnectEndpoints;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * Where to connect. Crisp is asked before each connection, as the answer is good for one.
 */
final class RtmEndpoint {

	private final @Nullable URI fixed;

	private final RtmCredentials credentials;

	private final URI restUrl;

	private final Routes routes;

	/**
	 * Create the endpoint.
	 * @param fixed the configured URL, {@code null} to request it
	 * @param credentials the credentials
	 * @param restUrl the base URL of the REST API
	 * @param rest the REST API, without retry: the connection is retried as a whole
	 */
	RtmEndpoint(@Nullable URI fixed, RtmCredentials credentials, URI restUrl, CrispRest rest) {
		this.fixed = fixed;
		this.credentials = credentials;
		this.restUrl = restUrl;
		this.routes = rest.client(Routes.class);
	}

	/**
	 * Find the URL of the WebSocket.
	 */
	Mono<URI> find() {
		return (this.fixed != null) ? Mono.just(webSocket(this.fixed)) : request();
	}

	private Mono<URI> request() {
		return answer().mapNotNull(PluginConnectEndpoints::socket)
			.mapNotNull(PluginConnectEndpoints.Socket::app)
			.switchIfEmpty(Mono.error(() -> new RtmProtocolException("the response contains no URL")))
			.map((url) -> webSocket(check(url)))
			.onErrorMap((ex) -> new RtmConnectException(
					"Cannot request the RTM URL from " + RtmConnectException.server(this.restUrl), ex));
	}

	private Mono<PluginConnectEndpoints> answer() {
		return switch (this.credentials.tier()) {
			case PLUGIN -> this.routes.getPluginConnectEndpoints();
			case USER -> this.routes.getUserConnectEndpoints();
			case WEBSITE -> {
				String websiteId = this.credentials.websiteId();
				if (websiteId == null) {
					throw new RtmProtocolException("'crisp.rtm.website-id' must be set for the website tier");
				}
				yield this.routes.getWebsiteConnectEndpoints(websiteId);
			}
		};
	}

	/**
	 * The credentials are sent to this server: only TLS proves that it is Crisp's.
	 */
	private URI check(String text) {
		URI url = parse(text);
		if (!isScheme(url, "wss") && !(isScheme(url, "ws") && isScheme(this.restUrl, "http"))) {
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
	 * Path and query are passed on as they are, encoding included.
	 */
	private URI webSocket(URI url) {
		String path = StringUtils.hasLength(url.getRawPath()) ? url.getRawPath() : "/";
		String query = StringUtils.hasLength(url.getRawQuery()) ? url.getRawQuery() + "&" : "";
		return URI.create(
				"%s://%s%s?%sEIO=4&transport=websocket".formatted(url.getScheme(), url.getRawAuthority(), path, query));
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
