package io.github.crispspring.client;

import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests {@link Redirects} with each HTTP client on the class path.
 */
class RedirectsTests {

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	@RegisterExtension
	static WireMockExtension otherHost = RestTester.server();

	@BeforeEach
	void redirect() {
		otherHost.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		crisp.stubFor(any(anyUrl())
			.willReturn(WireMock.aResponse().withStatus(307).withHeader("Location", otherHost.baseUrl() + "/v1/x")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void connectorThatFollowsRedirectsIsNotUsed(String client) {
		CrispRest rest = builder(connector(client, HttpRedirects.FOLLOW)).build();
		assertThatIllegalStateException().isThrownBy(() -> call(rest))
			.withMessageContaining("must not follow redirects")
			.withMessageContaining("HttpRedirects.DONT_FOLLOW");
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void connectorThatDoesNotFollowRedirectsIsUsed(String client) {
		CrispRest rest = builder(connector(client, HttpRedirects.DONT_FOLLOW)).redirectsDisabled().build();
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> call(rest))
			.withMessageContaining("redirects are not followed");
		crisp.verify(1, anyRequestedFor(anyUrl()));
		otherHost.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void declarationDoesNotHideThatReactorNettyFollowsRedirects() {
		CrispRest rest = builder(connector("reactor", HttpRedirects.FOLLOW)).redirectsDisabled().build();
		assertThatIllegalStateException().isThrownBy(() -> call(rest));
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	private static void call(CrispRest rest) {
		rest.exchange(HttpMethod.POST, "/v1/x", Map.of(), Map.of(), Map.of("content", "private"),
				ParameterizedTypeReference.forType(Map.class))
			.block();
	}

	private static CrispRestBuilder builder(ClientHttpConnector connector) {
		return RestTester.connectTo(crisp, WebClient.builder().clientConnector(connector))
			.headers(Map.of("X-Secret", "gateway"));
	}

	private static ClientHttpConnector connector(String client, HttpRedirects redirects) {
		ClientHttpConnectorBuilder<?> builder = switch (client) {
			case "reactor" -> ClientHttpConnectorBuilder.reactor();
			case "jdk" -> ClientHttpConnectorBuilder.jdk();
			default -> throw new IllegalArgumentException(client);
		};
		return builder.build(HttpClientSettings.defaults().withRedirects(redirects));
	}

}
