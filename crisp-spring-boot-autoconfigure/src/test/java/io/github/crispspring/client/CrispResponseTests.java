package io.github.crispspring.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests {@link CrispResponse}.
 */
class CrispResponseTests {

	private static final CrispRetry QUICK = new CrispRetry(3, Duration.ofMillis(2), Duration.ofMillis(10),
			Duration.ofSeconds(60));

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final ReactiveWebsiteClient website = builder(WebClient.builder()).build()
		.client(ReactiveWebsiteClient.class);

	@ParameterizedTest
	@ValueSource(ints = { 100, 101, 102, 103, 199, 300, 301, 302, 303, 304, 307, 308, 399 })
	void statusOtherThanSuccessIsAnError(int status) {
		ReactiveWebsiteClient client = builder(WebClient.builder()
			.exchangeFunction((request) -> Mono.just(ClientResponse.create(HttpStatusCode.valueOf(status)).build())))
			.build()
			.client(ReactiveWebsiteClient.class);
		for (Mono<?> call : List.of(client.getConversation("w", "s"), client.checkConversationExists("w", "s"),
				client.removeConversation("w", "s"), client.listConversations("w", 1).collectList())) {
			assertThatExceptionOfType(CrispApiException.class).isThrownBy(call::block)
				.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(status));
		}
	}

	@Test
	void errorThatIsTooLargeKeepsItsStatusAndIsRetried() {
		crisp.stubFor(any(anyUrl()).inScenario("large")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(WireMock.aResponse().withStatus(503).withBody("x".repeat(5000)))
			.willSetStateTo("small"));
		crisp.stubFor(any(anyUrl()).inScenario("large")
			.whenScenarioStateIs("small")
			.willReturn(okJson("{\"data\":{\"session_id\":\"s\"}}")));
		ReactiveWebsiteClient client = builder(WebClient.builder()).maxResponseSize(DataSize.ofBytes(1000))
			.build()
			.client(ReactiveWebsiteClient.class);
		assertThat(client.getConversation("w", "s").block().sessionId()).isEqualTo("s");
		crisp.verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	void errorThatIsTooLargeKeepsItsTypeAndRetryDelay() {
		respond(WireMock.aResponse().withStatus(429).withHeader("Retry-After", "99").withBody("x".repeat(5000)));
		ReactiveWebsiteClient client = builder(WebClient.builder()).maxResponseSize(DataSize.ofBytes(1000))
			.build()
			.client(ReactiveWebsiteClient.class);
		assertThatExceptionOfType(CrispRateLimitException.class)
			.isThrownBy(() -> client.getConversation("w", "s").block())
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(99)));
	}

	@Test
	void deeplyNestedJsonIsUnreadableAndNotRetried() {
		String nested = "{\"data\":" + "{\"a\":".repeat(600) + "1" + "}".repeat(601);
		respond(okJson(nested));
		assertUnreadable(this.website.getConversation("w", "s"));
		assertUnreadable(this.website.removeConversation("w", "s"));
		respond(okJson("{\"data\":" + "[".repeat(2000) + "]".repeat(2000) + "}"));
		assertUnreadable(this.website.listConversations("w", 1).collectList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[null]", "[{},null]", "{}", "1" })
	void listWithoutObjectsIsUnreadableAndNotRetried(String data) {
		respond(okJson("{\"data\":%s}".formatted(data)));
		assertUnreadable(this.website.listConversations("w", 1).collectList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "99999999999999999999", "-1e18", "3.2e16", "\"soon\"", "[1]" })
	void malformedTimeIsNeitherATransportErrorNorRetried(String time) {
		respond(okJson("{\"data\":{\"timestamp\":%s}}".formatted(time)));
		assertThatNoException().isThrownBy(() -> this.website.getMessageInConversation("w", "s", 1L)
			.onErrorComplete(CrispUnreadableResponseException.class)
			.block());
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void errorOfTheTypeOfAResponseIsSignalledAndNotRetried() {
		respond(okJson("{\"data\":{\"value\":\"v\"}}"));
		assertUnreadable(builder(WebClient.builder()).build()
			.exchange(HttpMethod.GET, "/v1/thing", Map.of(), Map.of(), null,
					ParameterizedTypeReference.forType(BrokenType.class))
			.timeout(WaitLimit.DURATION));
	}

	@Test
	void deeplyNestedErrorHasTheTypeOfItsStatus() {
		respond(okJson("{\"data\":" + "[".repeat(2000)).withStatus(404));
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block());
	}

	private static void assertUnreadable(Mono<?> call) {
		crisp.resetRequests();
		assertThatExceptionOfType(CrispUnreadableResponseException.class).isThrownBy(call::block);
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void messageHasALimitedLengthAndNoControlCharacters() {
		String detail = "line\\nforged \\u001b[31mred\\u202etxt" + "y".repeat(5000);
		respond(okJson("{\"error\":true,\"reason\":\"bad\\r\\n%s\",\"data\":{\"message\":\"%s\"}}"
			.formatted("z".repeat(500), detail)).withStatus(400));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.satisfies((ex) -> {
				assertThat(ex.getMessage()).contains("line forged  [31mred txt")
					.hasSizeLessThan(800)
					.matches("[^\\p{Cntrl}\\p{Cf}]*");
				assertThat(ex.getDetail()).startsWith("line\nforged").hasSizeGreaterThan(5000);
			});
	}

	@ParameterizedTest
	@CsvSource({ "401, invalid_session, true", "403, invalid_session, true", "405, invalid_session, true",
			"405, restricted_route_tier, false", "403, restricted_route_tier, false", "401, not_allowed, true",
			"403, not_allowed, false" })
	void reasonsOfTheTokenAreAuthenticationErrors(int status, String reason, boolean rejected) {
		respond(okJson("{\"error\":true,\"reason\":\"%s\"}".formatted(reason)).withStatus(status));
		assertThatExceptionOfType(CrispAuthenticationException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.satisfies((ex) -> assertThat(ex.isTokenRejected()).isEqualTo(rejected))
			.satisfies((ex) -> assertThat(ex.getMessage().contains("check"))
				.isEqualTo(CrispAuthenticationException.REASONS.contains(reason)));
	}

	@ParameterizedTest
	@CsvSource({ "401, invalid_session", "405, restricted_route_tier" })
	void reasonsOfTheTierAreExplained(int status, String reason) {
		respond(okJson("{\"error\":true,\"reason\":\"%s\"}".formatted(reason)).withStatus(status));
		assertThatExceptionOfType(CrispAuthenticationException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.withMessageContaining(reason)
			.withMessageContaining("'crisp.tier'");
	}

	@Test
	void slowResponseExceedsTheTimeLimitOfTheAttempt() {
		respond(okJson("{\"data\":{}}" + " ".repeat(1000)).withChunkedDribbleDelay(1000, 100_000));
		for (ClientHttpConnector connector : List.of(new ReactorClientHttpConnector(), new JdkClientHttpConnector())) {
			ReactiveWebsiteClient client = builder(WebClient.builder().clientConnector(connector))
				.readTimeout(Duration.ofMillis(500))
				.retry(CrispRetry.none())
				.build()
				.client(ReactiveWebsiteClient.class);
			assertThatExceptionOfType(CrispTransportException.class)
				.isThrownBy(() -> client.getConversation("w", "s").block(WaitLimit.DURATION))
				.withMessageContaining("localhost:" + crisp.getPort())
				.withMessageContaining("not completed within 500 ms");
		}
	}

	@Test
	void eachAttemptHasItsOwnTimeLimit() {
		crisp.stubFor(any(anyUrl()).inScenario("slow")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(okJson("{}").withFixedDelay(60_000))
			.willSetStateTo("fast"));
		crisp.stubFor(any(anyUrl()).inScenario("slow")
			.whenScenarioStateIs("fast")
			.willReturn(okJson("{\"data\":{\"session_id\":\"s\"}}")));
		ReactiveWebsiteClient client = builder(WebClient.builder()).readTimeout(Duration.ofSeconds(2))
			.build()
			.client(ReactiveWebsiteClient.class);
		assertThat(client.getConversation("w", "s").block(WaitLimit.DURATION).sessionId()).isEqualTo("s");
	}

	@ParameterizedTest
	@CsvSource({ "http://crisp.invalid, crisp.invalid:80", "https://crisp.invalid, crisp.invalid:443",
			"https://crisp.invalid:8443/prefix, crisp.invalid:8443", "http://[::1]:1, [::1]:1",
			"http://user:secret@localhost:1, localhost:1" })
	void transportErrorContainsHostAndPort(String baseUrl, String server) {
		for (ClientHttpConnector connector : List.of(new ReactorClientHttpConnector(), new JdkClientHttpConnector())) {
			ReactiveWebsiteClient client = builder(WebClient.builder().clientConnector(connector))
				.baseUrl(URI.create(baseUrl))
				.build()
				.client(ReactiveWebsiteClient.class);
			assertThatExceptionOfType(CrispTransportException.class)
				.isThrownBy(() -> client.getConversation("w", "s").block())
				.withMessageContaining(" from " + server + ": ")
				.withMessageNotContaining("secret");
		}
	}

	@ParameterizedTest
	@CsvSource({ "http://crisp_api:1, crisp_api:1", "http://user:secret@crisp_api:1, crisp_api:1" })
	void transportErrorContainsAHostThatIsNotAValidHostName(String baseUrl, String server) {
		ReactiveWebsiteClient client = builder(
				WebClient.builder().exchangeFunction((request) -> Mono.error(new IOException("broken"))))
			.baseUrl(URI.create(baseUrl))
			.build()
			.client(ReactiveWebsiteClient.class);
		assertThatExceptionOfType(CrispTransportException.class)
			.isThrownBy(() -> client.getConversation("w", "s").block())
			.withMessageEndingWith(" from " + server + ": IOException (broken)");
	}

	private static CrispRestBuilder builder(WebClient.Builder webClient) {
		return RestTester.connectTo(crisp, webClient).redirectsDisabled().retry(QUICK);
	}

	private static void respond(ResponseDefinitionBuilder response) {
		crisp.stubFor(any(anyUrl()).willReturn(response));
	}

	/**
	 * Type that cannot be created.
	 */
	record BrokenType(String value) {

		BrokenType {
			throw new NoClassDefFoundError("missing");
		}

	}

}
