package io.github.crispspring;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.RestTester;
import io.github.crispspring.client.website.conversation.CreatedConversation;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReactiveCrispClientTests {

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final ReactiveCrispClient client = new ReactiveCrispClient(
			RestTester.connectTo(crisp).headers(Map.of("X-Shared", "yes")).build());

	@Test
	void routeWithoutClientMethodCanBeCalled() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"session_id\":\"s\"}}")));
		CreatedConversation answer = this.client
			.exchange(HttpMethod.POST, "/v1/website/{websiteId}/thing/{thing}",
					Map.of("websiteId", "w", "thing", "a/b"), Map.of("deep", true, "name", "a b"),
					Map.of("thing_id", 1), CreatedConversation.class)
			.block();
		assertThat(answer.sessionId()).isEqualTo("s");
		crisp.verify(postRequestedFor(urlPathEqualTo("/v1/website/w/thing/a%2Fb")).withQueryParam("deep", equalTo("1"))
			.withQueryParam("name", equalTo("a b"))
			.withRequestBody(equalToJson("{\"thing_id\":1}")));
	}

	@Test
	void resultsAndErrorsMatchThoseOfClientMethods() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[{\"session_id\":\"s\"}]}")));
		assertThat(this.client.exchange(HttpMethod.GET, "/v1/things", Map.of(), Map.of(), null,
				new ParameterizedTypeReference<List<CreatedConversation>>() {
				})
			.block()).containsExactly(new CreatedConversation("s"));
		assertThat(this.client.exchange(HttpMethod.HEAD, "/v1/thing", Map.of(), Map.of(), null, Boolean.class).block())
			.isTrue();
		crisp.stubFor(any(anyUrl()).willReturn(notFound()));
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.client
				.exchange(HttpMethod.GET, "/v1/thing/{id}", Map.of("id", "secret"), Map.of("page", 2), null, Map.class)
				.block())
			.satisfies((ex) -> assertThat(ex.getRoute()).isEqualTo("/v1/thing/{id}"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			0     | java.lang.Integer
			false | java.lang.Boolean
			""    | java.lang.String
			[]    | java.util.List
			{}    | java.util.Map
			""")
	void falsyDataIsReturned(String data, Class<?> type) {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"error\":false,\"data\":%s}".formatted(data))));
		Object answer = this.client.exchange(HttpMethod.GET, "/v1/thing", Map.of(), Map.of(), null, type).block();
		assertThat(CrispJson.mapper().writeValueAsString(answer)).isEqualTo(data);
	}

	@Test
	void variableThatChangesTheRouteIsRejected() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.exchange(HttpMethod.DELETE, "/v1/website/{websiteId}",
					Map.of("websiteId", ".."), Map.of(), null, Void.class))
			.withMessageContaining("websiteId");
	}

	@Test
	void mutatedClientHasItsOwnCredentialsAndTheSameSettings() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		ReactiveCrispClient further = this.client.mutate()
			.credentials(new CrispCredentials("other", "secret", CrispTier.WEBSITE))
			.build();
		further.website().getConversation("w", "s").block();
		this.client.website().getConversation("w", "s").block();
		crisp.verify(1,
				getRequestedFor(urlEqualTo("/v1/website/w/conversation/s"))
					.withBasicAuth(new BasicCredentials("other", "secret"))
					.withHeader("X-Crisp-Tier", equalTo("website"))
					.withHeader("X-Shared", equalTo("yes")));
		crisp.verify(1, getRequestedFor(anyUrl()).withBasicAuth(new BasicCredentials("identifier", "key"))
			.withHeader("X-Crisp-Tier", equalTo("plugin")));
	}

}
