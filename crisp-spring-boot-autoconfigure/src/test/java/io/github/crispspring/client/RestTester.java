package io.github.crispspring.client;

import java.net.URI;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates servers that replace Crisp's REST API and clients that call them.
 */
public final class RestTester {

	private RestTester() {
	}

	/**
	 * Create a server for the tests of a class.
	 */
	public static WireMockExtension server() {
		return WireMockExtension.newInstance().options(WireMockConfiguration.options().dynamicPort()).build();
	}

	/**
	 * Return a builder for clients that call a server.
	 */
	public static CrispRestBuilder connectTo(WireMockExtension server) {
		return connectTo(server, WebClient.builder());
	}

	/**
	 * Return a builder for clients that call a server.
	 * @param webClient the {@code WebClient} builder to copy
	 */
	public static CrispRestBuilder connectTo(WireMockExtension server, WebClient.Builder webClient) {
		return connectTo(server.baseUrl(), webClient);
	}

	/**
	 * Return a builder of clients that call the server at a URL.
	 */
	static CrispRestBuilder connectTo(String url) {
		return connectTo(url, WebClient.builder());
	}

	private static CrispRestBuilder connectTo(String url, WebClient.Builder webClient) {
		return CrispRest.builder(webClient)
			.baseUrl(URI.create(url))
			.credentials(new CrispCredentials("identifier", "key"));
	}

}
