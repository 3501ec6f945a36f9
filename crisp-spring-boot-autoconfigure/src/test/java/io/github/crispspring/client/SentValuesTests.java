package io.github.crispspring.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.batch.WebsiteBatchConversationsDataOperation;
import io.github.crispspring.client.website.batch.WebsiteBatchConversationsOperation;
import io.github.crispspring.client.website.batch.WebsiteBatchPeopleOperation;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.ConversationMeta;
import io.github.crispspring.client.website.conversation.ConversationReadMessageMark;
import io.github.crispspring.client.website.conversation.ConversationReminder;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.client.website.inbox.WebsiteInboxOrders;
import io.github.crispspring.client.website.people.PeopleCustomEvent;
import io.github.crispspring.client.website.people.PeopleData;
import io.github.crispspring.client.website.settings.WebsiteSettings;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests {@link SentValues}.
 */
class SentValuesTests {

	private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {
	};

	private static final Map<String, Object> CUSTOM_DATA = Map.of("day", LocalDate.of(2024, 4, 21), "dt",
			LocalDateTime.of(2024, 4, 21, 10, 0), "at", Instant.parse("2024-04-21T10:00:00.123456Z"), "order",
			new Order("o1", DeliveryKind.FAST_LANE), "orders", List.of(new Order("o2", DeliveryKind.BY_POST)), "seats",
			4);

	private static final String CUSTOM_DATA_AS_SENT = """
			{"day": "2024-04-21", "dt": "2024-04-21T10:00:00", "at": "2024-04-21T10:00:00.123456Z",
			"order": {"orderId": "o1", "deliveryKind": "FAST_LANE"},
			"orders": [{"orderId": "o2", "deliveryKind": "BY_POST"}], "seats": 4}""";

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final CrispRest rest = RestTester.connectTo(crisp).build();

	private final ReactiveWebsiteClient website = this.rest.client(ReactiveWebsiteClient.class);

	@BeforeEach
	void respond() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		crisp.stubFor(WireMock.get(WireMock.urlPathMatching("/v1/website/.*")).willReturn(okJson("{\"data\":[]}")));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("customData")
	void customDataIsWrittenWithJacksonsDefaults(Function<ReactiveWebsiteClient, Mono<?>> call, String body) {
		call.apply(this.website).block();
		crisp.verify(anyRequestedFor(anyUrl()).withRequestBody(equalToJson(body.formatted(CUSTOM_DATA_AS_SENT))));
	}

	static Stream<Arguments> customData() {
		return Stream.of(
				sends((website) -> website.updateConversationMetas("w", "s",
						ConversationMeta.builder().nickname("Jane").data(CUSTOM_DATA).build()),
						"{\"nickname\": \"Jane\", \"data\": %s}"),
				sends((website) -> website.savePeopleData("w", "p", new PeopleData(CUSTOM_DATA)), "{\"data\": %s}"),
				sends((website) -> website.addPeopleEvent("w", "p", PeopleCustomEvent.of("bought", CUSTOM_DATA)),
						"{\"text\": \"bought\", \"data\": %s}"),
				sends((website) -> website.batchUpdatePeopleData("w", WebsiteBatchPeopleOperation.of(List.of("p")),
						CUSTOM_DATA), "{\"people\": {\"profiles\": [\"p\"]}, \"data\": %s}"),
				sends((website) -> website.batchUpdateConversationsData("w",
						new WebsiteBatchConversationsDataOperation(List.of("s"), CUSTOM_DATA)),
						"{\"sessions\": [\"s\"], \"data\": %s}"));
	}

	private static Arguments sends(Function<ReactiveWebsiteClient, Mono<?>> call, String body) {
		return Arguments.of(call, body);
	}

	@Test
	void mapAsTheBodyOfADeclaredRouteIsCustomData() {
		this.rest.client(Routes.class).send(CUSTOM_DATA).block();
		crisp.verify(anyRequestedFor(anyUrl()).withRequestBody(equalToJson(CUSTOM_DATA_AS_SENT)));
	}

	@Test
	void bodyOfAnUntypedCallHasTheFormatOfCrisp() {
		this.rest
			.exchange(HttpMethod.POST, "/v1/thing", Map.of(), Map.of(),
					Map.of("order", new Order("o1", DeliveryKind.FAST_LANE), "at", Instant.ofEpochMilli(5)), MAP)
			.block();
		crisp.verify(anyRequestedFor(anyUrl()).withRequestBody(
				equalToJson("{\"order\": {\"order_id\": \"o1\", \"delivery_kind\": \"fast_lane\"}, \"at\": 5}")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000000001Z", "2026-01-02T03:04:05.000999Z" })
	void timesAreSentWithMilliseconds(Instant time) {
		this.website
			.listConversations("w", 1,
					ConversationListQuery.builder().filterDateStart(time).filterDateEnd(time).build())
			.blockLast();
		crisp.verify(getRequestedFor(urlEqualTo("/v1/website/w/conversations/1"
				+ "?filter_date_start=2026-01-02T03%3A04%3A05.000Z&filter_date_end=2026-01-02T03%3A04%3A05.000Z")));
		this.website.getMessagesInConversation("w", "s", MessageListQuery.before(time)).blockLast();
		crisp.verify(
				getRequestedFor(urlEqualTo("/v1/website/w/conversation/s/messages?timestamp_before=1767323045000")));
		this.rest.exchange(HttpMethod.GET, "/v1/thing", Map.of(), Map.of("since", time), null, MAP).block();
		crisp.verify(getRequestedFor(urlEqualTo("/v1/thing?since=2026-01-02T03%3A04%3A05.000Z")));
		this.website.scheduleReminderForConversation("w", "s", ConversationReminder.at(time, "call")).block();
		crisp.verify(anyRequestedFor(anyUrl())
			.withRequestBody(WireMock.matchingJsonPath("$.date", WireMock.equalTo("2026-01-02T03:04:05.000Z"))));
	}

	@Test
	void queryValueOfAnUntypedCallIsOmittedIfNull() {
		Map<String, Object> query = new HashMap<>();
		query.put("a", 1);
		query.put("b", null);
		this.rest.exchange(HttpMethod.GET, "/v1/thing", Map.of(), query, null, MAP).block();
		crisp.verify(getRequestedFor(urlEqualTo("/v1/thing?a=1")));
	}

	@Test
	void variableOfAnUntypedCallMustNotBeNull() {
		Map<String, Object> variables = new HashMap<>();
		variables.put("thingId", null);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.rest.exchange(HttpMethod.GET, "/v1/thing/{thingId}", variables, Map.of(), null, MAP))
			.withMessage("'thingId' must not be null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud83d", "a\ud83d", "\ud83db", "\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00" })
	void unpairedSurrogateIsRejected(String text) {
		List<Runnable> calls = List.of(() -> this.website.getConversation("w", text),
				() -> this.website.checkWebsiteExists(text),
				() -> this.website.listConversations("w", 1,
						ConversationListQuery.builder().filterInboxId(text).build()),
				() -> this.website.sendMessageInConversation("w", "s", MessageContent.text(text)),
				() -> this.website.addNewHelpdeskLocaleArticle("w", "en", text),
				() -> this.website.savePeopleData("w", "p", new PeopleData(Map.of("key", List.of(text)))),
				() -> this.website.savePeopleData("w", "p", new PeopleData(Map.of(text, 1))),
				() -> this.rest.exchange(HttpMethod.GET, "/v1/{thing}", Map.of("thing", text), Map.of(), null, MAP),
				() -> this.rest.exchange(HttpMethod.GET, "/v1/thing", Map.of(), Map.of("thing", text), null, MAP),
				() -> this.rest.exchange(HttpMethod.POST, "/v1/thing", Map.of(), Map.of(), Map.of("thing", text), MAP));
		for (Runnable call : calls) {
			assertThatIllegalArgumentException().isThrownBy(call::run)
				.withMessageContaining("must not contain an unpaired surrogate");
		}
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud83d\ude00", "\\ud83d", "a\\\\uDC00", "\u00e9\n\\" })
	void textIsSentUnchanged(String text) {
		this.website.sendMessageInConversation("w", "s", MessageContent.text(text)).block();
		crisp.verify(anyRequestedFor(anyUrl())
			.withRequestBody(WireMock.matchingJsonPath("$.content", WireMock.equalTo(text))));
	}

	@Test
	void requiredComponentInAListIsRejectedIfNull() {
		WebsiteInboxOrders orders = new WebsiteInboxOrders(
				Arrays.asList(new WebsiteInboxOrders.Order("i", 1), new WebsiteInboxOrders.Order(null, 2)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.website.batchOrderInboxes("w", orders))
			.withMessage("'orders.orders[1].inboxId' must not be null");
	}

	@Test
	void elementOfAListIsRejectedIfNull() {
		WebsiteBatchConversationsOperation operation = WebsiteBatchConversationsOperation.of(Arrays.asList("s", null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.website.batchReadConversations("w", operation))
			.withMessage("'operation.sessions[1]' must not be null");
	}

	@Test
	void bodyOfAnUntypedCallThatContainsItselfIsAnIllegalArgument() {
		List<Object> cyclic = new ArrayList<>();
		cyclic.add(cyclic);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.rest.exchange(HttpMethod.POST, "/v1/thing", Map.of(), Map.of(), cyclic, MAP))
			.withMessageStartingWith("The body of POST /v1/thing cannot be written as JSON: ");
	}

	@Test
	void valueOfAQueryThatCannotBeWrittenIsAnIllegalArgument() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.website.getMessagesInConversation("w", "s", MessageListQuery.before(Instant.MAX)))
			.withMessageStartingWith("A value of MessageListQuery cannot be written as JSON: ");
	}

	@Test
	void nullIsOmittedIfADeclaredRouteDoesNotStateNullness() {
		this.rest.client(Routes.class).change(null, 1).block();
		crisp.verify(anyRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"count\": 1}")));
	}

	@Test
	void bodyThatCannotBeWrittenIsAnIllegalArgument() {
		Map<String, Object> cyclic = new HashMap<>();
		cyclic.put("self", cyclic);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.website.savePeopleData("w", "p", new PeopleData(cyclic)))
			.withMessageStartingWith("The body of savePeopleData cannot be written as JSON: ");
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("marks")
	void markHasAnOrigin(ConversationReadMessageMark mark, String body) {
		this.website.markMessagesReadInConversation("w", "s", mark).block();
		this.website.markMessagesDeliveredInConversation("w", "s", mark).block();
		crisp.verify(2, anyRequestedFor(anyUrl()).withRequestBody(equalToJson(body)));
	}

	static Stream<Arguments> marks() {
		return Stream.of(
				Arguments.of(ConversationReadMessageMark.all(Sender.OPERATOR),
						"{\"from\": \"operator\", \"origin\": \"chat\"}"),
				Arguments.of(ConversationReadMessageMark.of(Sender.USER, List.of(1L)),
						"{\"from\": \"user\", \"origin\": \"chat\", \"fingerprints\": [1]}"),
				Arguments.of(new ConversationReadMessageMark(Sender.USER, "urn:example.com:sample", null),
						"{\"from\": \"user\", \"origin\": \"urn:example.com:sample\"}"));
	}

	@Test
	void enrichmentIsASettingOfEmails() {
		this.website
			.updateWebsiteSettings("w",
					WebsiteSettings.builder().emails(WebsiteSettings.Emails.builder().enrich(true).build()).build())
			.block();
		crisp.verify(anyRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"emails\": {\"enrich\": true}}")));
	}

	enum DeliveryKind {

		FAST_LANE, BY_POST

	}

	record Order(String orderId, DeliveryKind deliveryKind) {

	}

	@NullUnmarked
	interface Routes {

		@PostExchange("/v1/thing")
		Mono<Void> send(@RequestBody Map<String, Object> thing);

		@PatchExchange("/v1/thing")
		Mono<Void> change(@BodyField String name, @BodyField int count);

	}

}
