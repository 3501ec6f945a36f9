package io.github.crispspring.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.client.website.helpdesk.HelpdeskContentType;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.TextContent;
import io.github.crispspring.model.ConversationState;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilderFactory;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests {@link CrispRest}.
 */
class CrispRestTests {

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private ReactiveWebsiteClient website;

	@BeforeEach
	void createClient() {
		this.website = builder().build().client(ReactiveWebsiteClient.class);
	}

	@Test
	void requestHasCredentialsTierAndUserAgent() {
		respond(okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":{}}"));
		this.website.getConversation("w", "s").block();
		crisp.verify(getRequestedFor(urlEqualTo("/v1/website/w/conversation/s"))
			.withBasicAuth(new BasicCredentials("identifier", "kéy"))
			.withHeader("X-Crisp-Tier", equalTo("website"))
			.withHeader("Accept", equalTo("application/json"))
			.withHeader("User-Agent", WireMock.matching("crisp-spring-boot-starter/\\d+\\.\\d+\\.\\d+.*")));
	}

	@Test
	void configuredHeadersCannotReplaceTheCredentials() {
		respond(okJson("{\"data\":{}}"));
		ReactiveWebsiteClient client = builder().headers(Map.of("X-Trace", "on", "Authorization", "none"))
			.build()
			.client(ReactiveWebsiteClient.class);
		client.getConversation("w", "s").block();
		crisp.verify(getRequestedFor(anyUrl()).withHeader("X-Trace", equalTo("on"))
			.withHeader("Authorization", WireMock.matching("Basic .*")));
	}

	@Test
	void documentedMessagesAreRead() throws Exception {
		respond(okJson(response("getMessagesInConversation")).withStatus(206));
		List<ConversationMessage> messages = this.website.getMessagesInConversation("w", "s").collectList().block();
		assertThat(messages).singleElement().satisfies((message) -> {
			assertThat(message.content()).isEqualTo(new TextContent("Hey"));
			assertThat(message.fingerprint()).isEqualTo(176722560000001L);
			assertThat(message.original().originalId()).isEqualTo("o1");
		});
	}

	@Test
	void documentedConversationIsRead() throws Exception {
		respond(okJson(response("getConversation")));
		assertThat(this.website.getConversation("w", "s").block()).satisfies((conversation) -> {
			assertThat(conversation.state()).isEqualTo(ConversationState.UNRESOLVED);
			assertThat(conversation.meta().device().geolocation().coordinates().latitude()).isEqualTo(48.8);
			assertThat(conversation.meta().data()).containsEntry("seats", 4);
			assertThat(conversation.toString()).doesNotContain("Hey");
		});
	}

	@Test
	void undocumentedFieldsOfAResponseAreAvailable() {
		respond(okJson("{\"data\":{\"fingerprint\":1,\"moon_phase\":{\"full\":true}}}"));
		assertThat(this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi")).block())
			.satisfies((sent) -> {
				assertThat(sent.fingerprint()).isEqualTo(1);
				assertThat(sent.other()).isEqualTo(Map.of("moon_phase", Map.of("full", true)));
			});
		respond(okJson("{\"data\":{}}"));
		assertThat(this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi")).block().other())
			.isEmpty();
	}

	@Test
	void unknownStateDoesNotFail() {
		respond(okJson("{\"data\":{\"state\":\"frozen\"}}"));
		assertThat(this.website.getConversationState("w", "s").block().state()).isEqualTo(ConversationState.UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":false,\"reason\":\"resolved\",\"data\":null}",
			"{\"error\":false,\"reason\":\"resolved\"}", "" })
	void responseWithoutDataIsAnErrorUnlessTheMethodAllowsIt(String body) {
		respond(okJson(body));
		assertThatExceptionOfType(CrispUnreadableResponseException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.withMessageEndingWith("it has no data");
		assertThatExceptionOfType(CrispUnreadableResponseException.class)
			.isThrownBy(() -> this.website.listConversations("w", 1).blockLast())
			.withMessageEndingWith("it has no data");
		assertThat(this.website.createNewCampaign("w", "single_shot", "name").blockOptional()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 202, 204 })
	void methodWithoutResultAcceptsAnEmptyResponse(int status) {
		respond(WireMock.aResponse().withStatus(status));
		StepVerifier.create(this.website.removeConversation("w", "s")).verifyComplete();
	}

	@Test
	void existenceIsDerivedFromTheStatus() {
		respond(WireMock.ok());
		assertThat(this.website.checkConversationExists("w", "s").block()).isTrue();
		respond(WireMock.notFound());
		assertThat(this.website.checkConversationExists("w", "s").block()).isFalse();
		respond(WireMock.serverError());
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.checkConversationExists("w", "s").block());
	}

	@ParameterizedTest
	@CsvSource({ "401, CrispAuthenticationException", "403, CrispAuthenticationException",
			"404, CrispNotFoundException", "420, CrispRateLimitException", "429, CrispRateLimitException",
			"423, CrispQuotaException", "400, CrispApiException", "500, CrispApiException", "503, CrispApiException" })
	void errorHasTheTypeOfItsStatus(int status, String kind) {
		respond(okJson("{\"error\":true,\"reason\":\"some_reason\",\"data\":{\"message\":\"some detail\"}}")
			.withStatus(status));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.changeConversationState("w1", "s1", ConversationState.RESOLVED).block())
			.satisfies((ex) -> {
				assertThat(ex.getClass().getSimpleName()).isEqualTo(kind);
				assertThat(ex.getStatusCode().value()).isEqualTo(status);
				assertThat(ex.getReason()).isEqualTo("some_reason");
				assertThat(ex.getDetail()).isEqualTo("some detail");
				assertThat(ex.getMethod()).isEqualTo("PATCH");
				assertThat(ex.getRoute()).isEqualTo("/v1/website/{websiteId}/conversation/{sessionId}/state");
				assertThat(ex).hasMessageContaining("some_reason").hasMessageNotContaining("w1");
			});
	}

	@Test
	void routeOfAnErrorHasNoVariableValues() {
		respond(WireMock.notFound());
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.website
				.resolveHelpdeskTreePath("w1", "en", HelpdeskContentType.ARTICLES, "setup-guide/install-kit")
				.block())
			.satisfies((ex) -> assertThat(ex.getRoute())
				.isEqualTo("/v1/website/{websiteId}/helpdesk/tree/path/{locale}/{contentType}/{path}"));
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.website.listConversations("w1", 1, search("Jane")).blockLast())
			.satisfies(
					(ex) -> assertThat(ex.getRoute()).isEqualTo("/v1/website/{websiteId}/conversations/{pageNumber}"));
	}

	@Test
	void observationAndErrorContainTheSameRoute() {
		List<KeyValue> observed = new ArrayList<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				observed.add(context.getLowCardinalityKeyValue("uri"));
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		ReactiveWebsiteClient client = builder(WebClient.builder().observationRegistry(registry)).build()
			.client(ReactiveWebsiteClient.class);
		respond(okJson("{\"data\":[]}"));
		client.deleteHelpdeskTreePath("w1", "en", HelpdeskContentType.ARTICLES, "setup-guide/install-kit").block();
		client.listConversations("w1", 1, search("Jane")).blockLast();
		assertThat(observed).extracting(KeyValue::getValue)
			.containsExactly("/v1/website/{websiteId}/helpdesk/tree/path/{locale}/{contentType}/{path}",
					"/v1/website/{websiteId}/conversations/{pageNumber}");
	}

	@Test
	void notSubscribedIsExplained() throws Exception {
		respond(okJson(response("error.404.not_subscribed")).withStatus(404));
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.withMessageContaining("the plugin is not installed on this website");
	}

	@Test
	void errorInASuccessfulResponseIsAnError() {
		respond(okJson("{\"error\":true,\"reason\":\"invalid_data\",\"data\":{\"message\":\"no\"}}"));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.removeConversation("w", "s").block())
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo("invalid_data"));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.listConversations("w", 1).blockLast())
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo("invalid_data"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3                             | PT3S
			Sun, 06 Nov 1994 08:49:37 GMT | PT0S
			soon                          |
			""")
	void retryAfterIsAvailableIfValid(String header, Duration expected) {
		respond(WireMock.aResponse().withStatus(429).withHeader("Retry-After", header));
		assertThatExceptionOfType(CrispRateLimitException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(expected));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<html>Bad gateway</html>", "{\"data\":[1,2", "{\"data\":{\"session_id\":{}}}", "\"text\"" })
	void unreadableResponseIsNotPartOfTheException(String body) {
		respond(okJson(body));
		assertThatExceptionOfType(CrispUnreadableResponseException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.withMessageContaining("GET /v1/website/{websiteId}/conversation/{sessionId}")
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(200))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("gateway"));
	}

	@Test
	void errorPageOfAProxyIsAnApiError() {
		respond(WireMock.aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(502))
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo("http_error"));
	}

	@Test
	void exceptionForALargeResponseContainsTheProperty() {
		respond(okJson("{\"data\":{\"session_id\":\"%s\"}}".formatted("x".repeat(5000))));
		ReactiveWebsiteClient client = builder().maxResponseSize(DataSize.ofBytes(1000))
			.build()
			.client(ReactiveWebsiteClient.class);
		assertThatExceptionOfType(CrispUnreadableResponseException.class)
			.isThrownBy(() -> client.getConversation("w", "s").block())
			.withMessageContaining("crisp.rest.max-response-size");
	}

	@ParameterizedTest
	@CsvSource({ "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE" })
	void brokenConnectionIsATransportError(Fault fault) {
		respond(WireMock.aResponse().withFault(fault));
		assertThatExceptionOfType(CrispTransportException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s").block())
			.withMessageStartingWith(
					"No response to GET /v1/website/{websiteId}/conversation/{sessionId} from localhost:"
							+ crisp.getPort());
	}

	@Test
	void slowResponseIsATransportError() {
		respond(okJson("{}").withFixedDelay(5000));
		HttpClient impatient = HttpClient.create().responseTimeout(Duration.ofMillis(100));
		ReactiveWebsiteClient client = builder(
				WebClient.builder().clientConnector(new ReactorClientHttpConnector(impatient)))
			.build()
			.client(ReactiveWebsiteClient.class);
		assertThatExceptionOfType(CrispTransportException.class)
			.isThrownBy(() -> client.getConversation("w", "s").block());
	}

	@Test
	void pathVariablesAreEncodedAsOneSegment() {
		respond(okJson("{\"data\":{}}"));
		this.website.getConversation("a/b?c#d%2e e", "é;=+").block();
		crisp.verify(getRequestedFor(urlEqualTo("/v1/website/a%2Fb%3Fc%23d%252e%20e/conversation/%C3%A9%3B%3D%2B")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", ".." })
	void pathVariableThatChangesTheRouteIsRejected(String sessionId) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.website.removeConversation("w", sessionId))
			.withMessageContaining("sessionId");
		crisp.verify(0, WireMock.anyRequestedFor(anyUrl()));
	}

	@Test
	void pathVariableMustNotBeNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.website.removeConversation("w", null));
		crisp.verify(0, WireMock.anyRequestedFor(anyUrl()));
	}

	@Test
	void absentFiltersAreNotSent() {
		respond(okJson("{\"data\":[]}"));
		this.website
			.listConversations("w", 2,
					ConversationListQuery.builder()
						.filterUnread(true)
						.filterResolved(false)
						.search(ConversationListQuery.Search.text("a+b & c"))
						.build())
			.blockLast();
		crisp.verify(getRequestedFor(urlEqualTo("/v1/website/w/conversations/2?search_type=text"
				+ "&search_query=a%2Bb%20%26%20c&filter_unread=1&filter_resolved=0")));
	}

	@Test
	void nothingIsSentBeforeSubscription() {
		Mono<?> call = this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi"));
		crisp.verify(0, WireMock.anyRequestedFor(anyUrl()));
		respond(okJson("{\"data\":{\"fingerprint\":1}}"));
		call.block();
		call.block();
		crisp.verify(2, WireMock.anyRequestedFor(anyUrl()));
	}

	@Test
	void routeCanBeDeclaredByTheApplication() {
		respond(okJson("{\"data\":{\"stars\":5}}"));
		Map<String, Object> thing = builder().build().client(Routes.class).getThing("a/b").block();
		assertThat(thing).containsEntry("stars", 5);
		crisp.verify(getRequestedFor(urlEqualTo("/v1/thing/a%2Fb")));
	}

	@Test
	void uriFactoryPassedByTheApplicationIsUsed() {
		respond(okJson("{\"data\":{}}"));
		Routes routes = builder().build().client(Routes.class);
		routes.getThing(new DefaultUriBuilderFactory(crisp.baseUrl() + "/other"), "a").block();
		crisp.verify(getRequestedFor(urlEqualTo("/other/v1/thing/a")));
	}

	private static CrispRestBuilder builder() {
		return builder(WebClient.builder());
	}

	private static CrispRestBuilder builder(WebClient.Builder webClient) {
		return RestTester.connectTo(crisp, webClient)
			.baseUrl(URI.create(crisp.baseUrl() + "/"))
			.credentials(new CrispCredentials("identifier", "kéy", CrispTier.WEBSITE))
			.retry(CrispRetry.none());
	}

	private static ConversationListQuery search(String text) {
		return ConversationListQuery.builder().search(ConversationListQuery.Search.text(text)).build();
	}

	private static void respond(ResponseDefinitionBuilder response) {
		crisp.stubFor(any(anyUrl()).willReturn(response));
	}

	private static String response(String name) throws Exception {
		return new ClassPathResource("responses/" + name + ".json").getContentAsString(StandardCharsets.UTF_8);
	}

	interface Routes {

		@GetExchange("/v1/thing/{thingId}")
		Mono<Map<String, Object>> getThing(@PathVariable String thingId);

		@GetExchange("/v1/thing/{thingId}")
		Mono<Map<String, Object>> getThing(UriBuilderFactory factory, @PathVariable String thingId);

	}

}
