package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.event.MessageSend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the recovery of missed messages when calls fail.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispRtmRecoveryTests extends AbstractRtmTests {

	private static final String RECOVERED = "Recovered the messages of visitors";

	private static final String INCOMPLETE = "Not all messages of visitors";

	private final Instant now = Instant.now();

	private StubWebSocketServer.Session session;

	@ParameterizedTest
	@CsvSource({ "503, ''", "500, ''", "429, 0", "429, 1", "420, ''", "401, ''", "403, ''", "200, ''" })
	void failedListIsRetriedUntilTheGapIsCovered(int status, String retryAfter, CapturedOutput output)
			throws Exception {
		ResponseDefinitionBuilder failure = WireMock.aResponse().withStatus(status).withBody("<html>");
		for (int i = 0; i < 6; i++) {
			rest.stubFor(conversations("w", 1).inScenario("list")
				.whenScenarioStateIs((i == 0) ? Scenario.STARTED : String.valueOf(i))
				.willSetStateTo(String.valueOf(i + 1))
				.willReturn(retryAfter.isEmpty() ? failure : failure.withHeader("Retry-After", retryAfter)));
		}
		rest.stubFor(conversations("w", 1).inScenario("list")
			.whenScenarioStateIs("6")
			.willReturn(list(conversation("w", "s", 1))));
		rest.stubFor(messages("w", "s").willReturn(list(message(1, 10))));
		recover("w");
		awaitRecovered("s", 10);
		await().until(() -> output.getAll().contains(RECOVERED));
		assertThat(output.getAll().split(INCOMPLETE, -1)).hasSize(7);
		assertThat(output.getAll().lastIndexOf(INCOMPLETE)).isLessThan(output.getAll().indexOf(RECOVERED));
	}

	@Test
	void failedConversationDoesNotAffectTheOthers(CapturedOutput output) throws Exception {
		rest.stubFor(conversations("w", 1)
			.willReturn(list(conversation("w", "s1", 4), conversation("w", "s2", 3), conversation("w", "s3", 2))));
		rest.stubFor(messages("w", "s1").willReturn(list(message(1, 10))));
		rest.stubFor(messages("w", "s2").willReturn(WireMock.serverError()));
		rest.stubFor(messages("w", "s3").willReturn(list(message(1, 30))));
		recover("w");
		awaitRecovered("s1", 10);
		awaitRecovered("s3", 30);
		assertThat(output).doesNotContain(RECOVERED);
		rest.stubFor(messages("w", "s2").willReturn(list(message(1, 20))));
		awaitRecovered("s2", 20);
		await().until(() -> output.getAll().contains(RECOVERED));
		assertThat(output.getAll()).contains("3 read from 3 conversations");
		// Conversations that were read are not read again
		rest.verify(1, getRequestedFor(urlPathEqualTo("/v1/website/w/conversation/s1/messages")));
		rest.verify(1, getRequestedFor(urlPathEqualTo("/v1/website/w/conversation/s3/messages")));
	}

	@Test
	void failedWebsiteDoesNotAffectTheOthers() throws Exception {
		rest.stubFor(conversations("w1", 1).willReturn(WireMock.serverError()));
		rest.stubFor(conversations("w2", 1).willReturn(list(conversation("w2", "s2", 1))));
		rest.stubFor(messages("w2", "s2").willReturn(list(message(1, 20))));
		recover("w1", "w2");
		awaitRecovered("s2", 20);
		rest.stubFor(conversations("w1", 1).willReturn(list(conversation("w1", "s1", 1))));
		rest.stubFor(messages("w1", "s1").willReturn(list(message(1, 10))));
		awaitRecovered("s1", 10);
	}

	@Test
	void messageThatIsNestedTooDeeplyIsSkippedAndReported(CapturedOutput output) throws Exception {
		rest.stubFor(conversations("w", 1).willReturn(list(conversation("w", "s", 1))));
		rest.stubFor(messages("w", "s").willReturn(list(message(3, 10), tooDeep(message(2, 20)), message(1, 30))));
		recover("w");
		awaitRecovered("s", 10);
		await().until(() -> output.getAll().contains(RECOVERED));
		assertThat(fingerprints("s")).containsExactly(30L, 10L);
		assertThat(output.getAll()).doesNotContain(INCOMPLETE)
			.contains("Message 20 of conversation s on website w cannot be recovered", "2 read from 1 conversations");
	}

	@Test
	void pageOfAMessageThatIsNestedTooDeeplyDoesNotEndThePaging() throws Exception {
		rest.stubFor(conversations("w", 1).willReturn(list(conversation("w", "s", 1))));
		rest.stubFor(messages("w", "s").willReturn(list(message(1, 10))));
		rest.stubFor(messages("w", "s").withQueryParam("timestamp_before", WireMock.absent())
			.willReturn(list(tooDeep(message(2, 20))).withStatus(206)));
		recover("w");
		awaitRecovered("s", 10);
	}

	private static String tooDeep(String message) {
		return "{\"deep\":" + "[".repeat(2000) + "]".repeat(2000) + "," + message.substring(1);
	}

	@Test
	void rateLimitEndsThePass() throws Exception {
		rest.stubFor(conversations("w1", 1).willReturn(WireMock.status(429).withHeader("Retry-After", "3600")));
		rest.stubFor(conversations("w2", 1).willReturn(list()));
		recover("w1", "w2");
		await().until(() -> rest.getAllServeEvents().size() == 1);
		await().during(Duration.ofMillis(300)).until(() -> rest.getAllServeEvents().size() == 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not_subscribed", "conversation_not_found" })
	void removedWebsitesAndConversationsAreSkipped(String reason, CapturedOutput output) throws Exception {
		String gone = "{\"error\":true,\"reason\":\"%s\",\"data\":{}}".formatted(reason);
		rest.stubFor(conversations("w1", 1).willReturn(WireMock.jsonResponse(gone, 404)));
		rest.stubFor(conversations("w2", 1).willReturn(list(conversation("w2", "s1", 1), conversation("w2", "s2", 1))));
		rest.stubFor(messages("w2", "s1").willReturn(WireMock.jsonResponse(gone, 404)));
		rest.stubFor(messages("w2", "s2").willReturn(list(message(1, 20))));
		recover("w1", "w2");
		await().until(() -> output.getAll().contains(RECOVERED));
		awaitRecovered("s2", 20);
		assertThat(output).doesNotContain(INCOMPLETE);
	}

	@Test
	void thousandsOfMessagesOfAConversationAreRecovered() throws Exception {
		int pages = 50;
		rest.stubFor(conversations("w", 1).willReturn(list(conversation("w", "s", 1))));
		for (int page = 0; page < pages; page++) {
			int first = 2500 - page * 50;
			String[] items = IntStream.rangeClosed(first - 49, first)
				.mapToObj((i) -> messageAt(this.now.plusMillis(i), i))
				.toArray(String[]::new);
			String before = String.valueOf(this.now.plusMillis(first + 1).toEpochMilli() + 1);
			rest.stubFor(messages("w", "s").withQueryParam("timestamp_before", (page == 0) ? absent() : equalTo(before))
				.willReturn(list(items).withStatus((page < pages - 1) ? 206 : 200)));
		}
		recover("w");
		await().until(() -> this.tester.events.size() >= 2500);
		assertThat(fingerprints("s")).containsExactlyElementsOf(LongStream.rangeClosed(1, 2500).boxed().toList());
	}

	@Test
	void listThatRepeatsItsPageIsReadOnce(CapturedOutput output) throws Exception {
		rest.stubFor(get(WireMock.urlPathMatching("/v1/website/w/conversations/\\d+"))
			.willReturn(list(conversation("w", "s1", 2), conversation("w", "s2", 1))));
		rest.stubFor(messages("w", "s1").willReturn(list(message(1, 10)).withStatus(206)));
		rest.stubFor(messages("w", "s2").willReturn(list(message(1, 20)).withStatus(206)));
		recover("w");
		await().until(() -> output.getAll().contains(RECOVERED));
		assertThat(output.getAll()).contains("2 read from 2 conversations");
		assertThat(rest.getAllServeEvents()).hasSizeLessThan(15);
	}

	@ParameterizedTest
	@ValueSource(longs = { -7200, -3600, 3600, 7200 })
	void gapDoesNotDependOnTheClockOfTheApplication(long difference, CapturedOutput output) throws Exception {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(this.now.plusSeconds(1).atZone(ZoneOffset.UTC));
		rest.stubFor(conversations("w", 1)
			.willReturn(list(conversation("w", "s", 1), conversation("w", "old", -600)).withHeader("Date", date)));
		rest.stubFor(messages("w", "s").willReturn(list(message(1, 10), message(-600, 9))));
		this.tester = tester("w").clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(difference))).start();
		reconnect();
		awaitRecovered("s", 10);
		await().until(() -> output.getAll().contains(RECOVERED));
		assertThat(fingerprints("s")).containsExactly(10L);
		rest.verify(0, getRequestedFor(urlPathEqualTo("/v1/website/w/conversation/old/messages")));
	}

	@ParameterizedTest
	@ValueSource(longs = { -7200, 90, 7200 })
	void gapIsMeasuredFromNewestUpdateIfResponsesHaveNoDate(long difference) throws Exception {
		rest.stubFor(conversations("w", 1).willReturn(list(conversation("w", "s", 1))));
		rest.stubFor(messages("w", "s").willReturn(list(message(1, 10))));
		this.tester = tester("w").clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(difference))).start();
		reconnect();
		awaitRecovered("s", 10);
	}

	@Test
	void gapsThatFollowAFailureAreCoveredTogether(CapturedOutput output) throws Exception {
		rest.stubFor(conversations("w", 1).willReturn(WireMock.serverError()));
		recover("w");
		await().until(() -> output.getAll().contains(INCOMPLETE));
		this.session.closeConnection();
		this.server.nextReadySession();
		rest.stubFor(conversations("w", 1).willReturn(list(conversation("w", "s", 1))));
		rest.stubFor(messages("w", "s").willReturn(list(message(1, 10))));
		awaitRecovered("s", 10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"text\"", "null", "1", "[]", "{}", "{\"timestamp\":\"x\"}", "{\"timestamp\":1e300}",
			"{\"timestamp\":99999999999999999999}" })
	void malformedMessageDoesNotAffectTheOthers(String malformed) throws Exception {
		rest.stubFor(conversations("w", 1).willReturn(list(conversation("w", "s", 1))));
		rest.stubFor(messages("w", "s").willReturn(list(message(2, 11), malformed, message(1, 10))));
		recover("w");
		awaitRecovered("s", 10);
		awaitRecovered("s", 11);
	}

	@Test
	void recoveryIsDelayedAfterOneThatUsedManyCalls(CapturedOutput output) throws Exception {
		String[] many = IntStream.range(0, RtmRecovery.CALLS_AT_ONCE)
			.mapToObj((i) -> conversation("w", "s" + i, 1))
			.toArray(String[]::new);
		rest.stubFor(conversations("w", 1).willReturn(list(many)));
		rest.stubFor(get(WireMock.urlPathMatching("/v1/website/w/conversation/.*/messages")).willReturn(list()));
		recover("w");
		await().until(() -> output.getAll().contains(RECOVERED));
		int calls = rest.getAllServeEvents().size();
		this.session.closeConnection();
		this.session = this.server.nextReadySession();
		await().until(() -> output.getAll().contains("Missed messages are recovered in"));
		await().during(Duration.ofMillis(300)).until(() -> rest.getAllServeEvents().size() == calls);
		assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Ready.class);
	}

	@Test
	void callsOfManyRecoveriesAreLimited() {
		AtomicLong nanos = new AtomicLong();
		RtmRateLimiter calls = new RtmRateLimiter(RtmRecovery.CALLS_AT_ONCE,
				Duration.ofDays(1).dividedBy(RtmRecovery.CALLS_PER_DAY), nanos::get);
		long total = 0;
		// 400 connections per day, of a plugin that is installed by 50 websites
		for (int connection = 0; connection < 400; connection++) {
			nanos.set(Math.max(nanos.get(), Duration.ofDays(1).dividedBy(400).multipliedBy(connection).toNanos()));
			nanos.addAndGet(calls.untilAvailable().toNanos());
			if (nanos.get() < Duration.ofDays(1).toNanos()) {
				for (int call = 0; call < 102; call++) {
					calls.acquire();
					total++;
				}
			}
		}
		// The default limit of a plugin is 5,000
		assertThat(total).isBetween(2000L, 3200L);
	}

	private void recover(String... rooms) throws Exception {
		this.tester = tester(rooms).start();
		reconnect();
	}

	private RtmTester.Settings tester(String... rooms) {
		rest.stubFor(
				get(WireMock.urlPathMatching("/v1/website/.*/conversations/\\d+")).atPriority(10).willReturn(list()));
		return RtmTester.with()
			.url(this.server.url())
			.rest(rest.baseUrl())
			.tier(CrispTier.USER, null)
			.rooms(rooms)
			.recover();
	}

	private void reconnect() throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		session.closeConnection();
		this.session = this.server.nextReadySession();
	}

	private void awaitRecovered(String sessionId, long fingerprint) {
		await().until(() -> fingerprints(sessionId).contains(fingerprint));
	}

	private List<Long> fingerprints(String sessionId) {
		return this.tester.events.stream()
			.map((event) -> (MessageSend) event.getPayload())
			.filter((message) -> message.sessionId().equals(sessionId))
			.map(MessageSend::fingerprint)
			.toList();
	}

	private static MappingBuilder conversations(String websiteId, int page) {
		return get(urlPathEqualTo("/v1/website/%s/conversations/%d".formatted(websiteId, page)));
	}

	private static MappingBuilder messages(String websiteId, String sessionId) {
		return get(urlPathEqualTo("/v1/website/%s/conversation/%s/messages".formatted(websiteId, sessionId)));
	}

	private static ResponseDefinitionBuilder list(String... items) {
		return okJson("{\"error\":false,\"reason\":\"listed\",\"data\":[%s]}"
			.formatted(Stream.of(items).collect(Collectors.joining(","))));
	}

	private String conversation(String websiteId, String sessionId, int second) {
		return "{\"website_id\":\"%s\",\"session_id\":\"%s\",\"updated_at\":%d}".formatted(websiteId, sessionId,
				this.now.plusSeconds(second).toEpochMilli());
	}

	private String message(int second, long fingerprint) {
		return messageAt(this.now.plusSeconds(second), fingerprint);
	}

	private static String messageAt(Instant time, long fingerprint) {
		return "{\"type\":\"text\",\"from\":\"user\",\"content\":\"text\",\"fingerprint\":%d,\"timestamp\":%d}"
			.formatted(fingerprint, time.toEpochMilli());
	}

}
