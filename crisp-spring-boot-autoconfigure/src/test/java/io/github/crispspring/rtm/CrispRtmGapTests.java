package io.github.crispspring.rtm;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.message.TextContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for gaps in the realtime connection and the recovery of missed messages.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispRtmGapTests extends AbstractRtmTests {

	private final Instant now = Instant.now();

	@Test
	void firstConnectionHasNoGap() throws Exception {
		this.tester = RtmTester.connectTo(this.server.url());
		this.server.nextReadySession().message("s", 1);
		this.tester.awaitEvent();
		assertThat(gaps()).isEmpty();
	}

	@Test
	void gapIsFromTheLastFrameToTheNextConnection() throws Exception {
		this.tester = RtmTester.connectTo(this.server.url());
		StubWebSocketServer.Session session = this.server.nextReadySession().message("s", 1);
		this.tester.awaitEvent();
		Instant lastFrame = Instant.now();
		// Failed attempts do not end the gap
		this.server.rejectConnections(503, "");
		session.closeConnection();
		await().until(() -> this.server.rejections.size() >= 2);
		Instant beforeNext = Instant.now();
		this.server.acceptConnections();
		this.server.nextReadySession();
		await().until(() -> !gaps().isEmpty());
		assertThat(gaps()).singleElement().satisfies((gap) -> {
			assertThat(gap.getFrom()).isBetween(this.now, lastFrame);
			assertThat(gap.getTo()).isAfterOrEqualTo(beforeNext);
		});
	}

	@Test
	void missedMessagesAreRecoveredOnceAndInOrder() throws Exception {
		stub(conversations("w1", 1).willReturn(list(conversation("w1", "s1", 2), conversation("w1", "s2", 1),
				conversation("w1", "old", -3600), conversation("w1", "older", -7200))));
		stub(messages("w1", "s1").willReturn(list(message(-100, 1, "user"), message(1, 10, "user"),
				message(2, 11, "operator"), message(3, 12, "user"), message(4, 13, "user"))));
		stub(messages("w1", "s2").willReturn(list(message(2, 20, "user"))));
		this.tester = recovering("w1");
		reconnect();
		await().until(() -> this.tester.events.size() >= 4);
		assertThat(recovered("s1")).containsExactly(10L, 12L, 13L);
		assertThat(recovered("s2")).containsExactly(20L);
		rest.verify(0, WireMock.getRequestedFor(urlPathEqualTo("/v1/website/w1/conversation/old/messages")));
	}

	@Test
	void deliveryOfARecoveredMessageContainsTransportAndTime() throws Exception {
		stub(conversations("w1", 1).willReturn(list(conversation("w1", "s1", 2))));
		stub(messages("w1", "s1").willReturn(list(message(1, 10, "user"))));
		this.tester = recovering("w1");
		reconnect();
		CrispApplicationEvent<?> event = this.tester.awaitEvent();
		assertThat(event.getPayload()).isInstanceOfSatisfying(MessageSend.class, (message) -> {
			assertThat(message.websiteId()).isEqualTo("w1");
			assertThat(message.sessionId()).isEqualTo("s1");
			assertThat(message.content()).isEqualTo(new TextContent("text 10"));
		});
		CrispDelivery delivery = event.getDelivery();
		assertThat(delivery.transport()).isEqualTo(CrispDelivery.Transport.RECOVERY);
		assertThat(delivery.occurredAt()).isEqualTo(((MessageSend) event.getPayload()).timestamp());
		assertThat(delivery.isReplyable()).isTrue();
	}

	@Test
	void receivedMessageIsNotRecovered() throws Exception {
		stub(conversations("w", 1).willReturn(list(conversation("w", "s", 2))));
		stub(messages("w", "s").willReturn(list(message(0, 1, "user"), message(1, 2, "user"))));
		this.tester = recovering("w");
		StubWebSocketServer.Session session = this.server.nextReadySession().message("s", 1);
		this.tester.awaitEvent();
		session.closeConnection();
		this.server.nextReadySession();
		assertThat(((MessageSend) this.tester.awaitEvent().getPayload()).fingerprint()).isEqualTo(2);
	}

	@Test
	void allPagesAreRead() throws Exception {
		stub(conversations("w1", 1).willReturn(list(conversation("w1", "s1", 3))));
		stub(conversations("w1", 2).willReturn(list(conversation("w1", "s2", 2))));
		stub(conversations("w1", 3).willReturn(list()));
		String newest = String.valueOf(this.now.plusSeconds(3).toEpochMilli() + 1);
		stub(messages("w1", "s1").withQueryParam("timestamp_before", absent())
			.willReturn(okJson(body(message(3, 11, "user"))).withStatus(206)));
		stub(messages("w1", "s1").withQueryParam("timestamp_before", WireMock.equalTo(newest))
			.willReturn(list(message(1, 10, "user"))));
		stub(messages("w1", "s2").willReturn(list(message(2, 20, "user"))));
		this.tester = recovering("w1");
		reconnect();
		await().until(() -> this.tester.events.size() >= 3);
		assertThat(recovered("s1")).containsExactly(10L, 11L);
		assertThat(recovered("s2")).containsExactly(20L);
	}

	@Test
	void allWebsitesOfAPluginAreReadWithoutRooms() throws Exception {
		stub(get(urlPathEqualTo("/v1/plugin/connect/websites/all/1"))
			.willReturn(list("{\"website_id\":\"w1\"}", "{\"website_id\":\"w2\"}")));
		stub(get(urlPathEqualTo("/v1/plugin/connect/websites/all/2")).willReturn(list()));
		stub(conversations("w1", 1).willReturn(WireMock.serverError()));
		stub(conversations("w2", 1).willReturn(list(conversation("w2", "s2", 2))));
		stub(messages("w2", "s2").willReturn(list(message(1, 20, "user"))));
		this.tester = RtmTester.with().url(this.server.url()).rest(rest.baseUrl()).recover().start();
		reconnect();
		// The failure of one website does not affect the others
		assertThat(((MessageSend) this.tester.awaitEvent().getPayload()).websiteId()).isEqualTo("w2");
	}

	@Test
	void failedRecoveryDoesNotEndTheConnection(CapturedOutput output) throws Exception {
		this.tester = recovering("w1");
		reconnect();
		await().until(() -> output.getAll().contains("have been recovered"));
		assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Ready.class);
	}

	@Test
	void messagesAreNotRecoveredByDefault() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).rest(rest.baseUrl()).rooms("unread").start();
		reconnect();
		await().until(() -> !gaps().isEmpty());
		// Requests of the test before may still arrive
		rest.verify(0, WireMock.anyRequestedFor(WireMock.urlPathMatching("/v1/website/unread/.*")));
	}

	@Test
	void recoveryEndsWithTheConnection() throws Exception {
		try (UnresponsiveServer unresponsive = new UnresponsiveServer()) {
			this.tester = recovering("w1", unresponsive.url());
			reconnect();
			unresponsive.awaitRequest();
			this.tester.stop();
		}
	}

	private RtmTester recovering(String websiteId) {
		return recovering(websiteId, rest.baseUrl());
	}

	private RtmTester recovering(String websiteId, String url) {
		return RtmTester.with()
			.url(this.server.url())
			.rest(url)
			.tier(CrispTier.USER, null)
			.rooms(websiteId)
			.recover()
			.start();
	}

	private void reconnect() throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		session.closeConnection();
		this.server.nextReadySession();
	}

	private List<CrispRtmGapEvent> gaps() {
		return this.tester.stateEvents.stream()
			.filter(CrispRtmGapEvent.class::isInstance)
			.map(CrispRtmGapEvent.class::cast)
			.toList();
	}

	private List<Long> recovered(String sessionId) {
		return this.tester.events.stream()
			.map((event) -> (MessageSend) event.getPayload())
			.filter((message) -> message.sessionId().equals(sessionId))
			.map(MessageSend::fingerprint)
			.toList();
	}

	private static void stub(MappingBuilder mapping) {
		rest.stubFor(mapping);
	}

	private static MappingBuilder conversations(String websiteId, int page) {
		return get(urlPathEqualTo("/v1/website/%s/conversations/%d".formatted(websiteId, page)))
			.withQueryParam("order_date_updated", WireMock.equalTo("1"));
	}

	private static MappingBuilder messages(String websiteId, String sessionId) {
		return get(urlPathEqualTo("/v1/website/%s/conversation/%s/messages".formatted(websiteId, sessionId)));
	}

	private static ResponseDefinitionBuilder list(String... items) {
		return okJson(body(items));
	}

	private static String body(String... items) {
		return "{\"error\":false,\"reason\":\"listed\",\"data\":[%s]}"
			.formatted(Stream.of(items).collect(Collectors.joining(",")));
	}

	private String conversation(String websiteId, String sessionId, int second) {
		return "{\"website_id\":\"%s\",\"session_id\":\"%s\",\"updated_at\":%d}".formatted(websiteId, sessionId,
				this.now.plusSeconds(second).toEpochMilli());
	}

	private String message(int second, long fingerprint, String from) {
		return "{\"type\":\"text\",\"from\":\"%s\",\"content\":\"text %d\",\"fingerprint\":%d,\"timestamp\":%d}"
			.formatted(from, fingerprint, fingerprint, this.now.plusSeconds(second).toEpochMilli());
	}

}
