package io.github.crispspring.rtm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.message.TextContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the realtime connection with a server that violates the protocol.
 */
class CrispRtmProtocolTests {

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);

	private final StubWebSocketServer server = new StubWebSocketServer();

	private final RtmTester tester = RtmTester.with().url(this.server.url()).responseTimeout(RESPONSE_TIMEOUT).start();

	@AfterEach
	void close() {
		this.tester.close();
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`` | A frame does not begin
			x | A frame does not begin
			1 | The server closed the session
			0{"pingInterval":1,"pingTimeout":1} | sent a second one
			4 | A message does not begin
			49 | A message does not begin
			42 | missing or invalid data
			42{} | missing or invalid data
			42[ | does not end with valid JSON
			42["a"]["b"] | does not end with valid JSON
			499999999999999999999["a"] | A message does not begin
			4299999999999999999999["a"] | too long
			45["a"] | does not contain its number of attachments
			45101-["a"] | more than 100 attachments
			40{"sid":"again"} | connected twice
			41 | The server disconnected
			44{"message":"no"} | rejected the Socket.IO connection
			""")
	void invalidFrameEndsTheConnectionWithAReason(String frame, String reason) throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		session.send(frame);
		session.awaitEnd();
		assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason()).contains(reason);
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "3", "3probe", "5", "6", "2probe", "40/other,{\"sid\":\"a\"}",
			"42/other,[\"unauthorized\"]", "41/other,", "44/other,{}", "4312[]", "450-[\"a\"]", "42[\"an:event\"]",
			"42[\"a\",null]", "42[\"a\",1,2,3]", "42[\"message:send\",\"no object\"]",
			"42[\"message:send\",{\"session_id\":{}}]", "42[\"authenticated\",true]",
			"42[\"session:set_state\",{\"website_id\":\"w\",\"session_id\":\"s\",\"timestamp\":99999999999999999999}]" })
	void frameWithoutMeaningIsIgnored(String frame) throws Exception {
		this.server.nextReadySession().send(frame).message("s", 1);
		await().until(() -> this.tester.events.stream().anyMatch((event) -> event.getPayload() instanceof MessageSend));
		assertThat(this.server.hasNoFurtherSession()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void connectionThatIsClosedAtAnyStepIsReestablished(int step) throws Exception {
		StubWebSocketServer.Session session = this.server.nextSession();
		if (step >= 1) {
			session.open(25000, 20000);
		}
		if (step >= 2) {
			session.connect();
		}
		if (step >= 3) {
			assertThat(session.await()).contains("authentication");
		}
		if (step >= 4) {
			session.send("42[\"authenticated\",true]");
		}
		if (step >= 5) {
			session.send("452-[\"a\",{\"_placeholder\":true,\"num\":0}]").send(new byte[10]);
		}
		session.closeConnection();
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@Test
	void closeStatusIsReported() throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		session.sendClose(1001);
		assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason())
			.isEqualTo("The server closed the connection (1001)");
		this.server.nextReadySession();
	}

	@Test
	void connectionWithoutPingsIsClosed() throws Exception {
		StubWebSocketServer.Session session = this.server.nextSession().open(1000, 2000).connect().authenticate();
		session.send("2");
		assertThat(session.await()).isEqualTo("3");
		session.awaitEnd();
		assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason())
			.isEqualTo("The server has sent no ping for 3000 ms");
		this.server.nextReadySession();
	}

	@Test
	void connectionWithEventsButWithoutPingsIsClosed() throws Exception {
		StubWebSocketServer.Session session = this.server.nextSession().open(1000, 2000).connect().authenticate();
		this.tester.awaitPublished(CrispRtmState.Ready.class);
		await().pollInterval(Duration.ofMillis(50)).until(() -> {
			session.message("s", System.nanoTime());
			return this.tester.stateEvents.stream().anyMatch(CrispRtmDisconnectedEvent.class::isInstance);
		});
	}

	@Test
	void responseTimeoutDoesNotApplyToTheWebSocket() throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		await().during(RESPONSE_TIMEOUT.plusMillis(500))
			.until(() -> this.tester.rtm.state() instanceof CrispRtmState.Ready);
		session.message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@Test
	void eventWithAttachmentsIsDelivered() throws Exception {
		this.server.nextReadySession()
			.send("451-7[\"message:send\",{\"website_id\":\"w\",\"session_id\":\"s\",\"type\":\"text\",\"content\":{\"_placeholder\":true,\"num\":0}}]")
			// A ping may arrive between a packet and its attachment
			.send("2")
			.send("one".getBytes());
		assertThat(this.tester.awaitEvent().getPayload()).isInstanceOfSatisfying(MessageSend.class,
				(message) -> assertThat(message.content()).isEqualTo(new TextContent("b25l")));
	}

	@Test
	void eventBetweenAttachmentsEndsTheConnection() throws Exception {
		this.server.nextReadySession().send("452-[\"a\"]").send(new byte[1]).message("s", 1);
		assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason())
			.contains("before all attachments");
	}

	@Test
	void attachmentThatWasNotAnnouncedEndsTheConnection() throws Exception {
		this.server.nextReadySession().send(new byte[1]);
		assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason())
			.contains("no packet announced");
	}

	@ParameterizedTest
	@ValueSource(ints = { 600, 5_000, 200_000 })
	void eventThatIsNestedTooDeeplyIsAnUnknownEvent(int depth) throws Exception {
		String data = "{\"website_id\":\"w\",\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
		StubWebSocketServer.Session session = this.server.nextReadySession().send("42[\"message:send\"," + data + "]");
		assertThat(this.tester.awaitEvent().getPayload()).isInstanceOfSatisfying(UnknownEvent.class, (event) -> {
			assertThat(event.name()).isEqualTo("message:send");
			assertThat(event.problem()).isNotNull();
			assertThat(event.data().asString()).isEqualTo(data);
		});
		session.message("s", 1);
		assertThat(this.tester.awaitEvent().getPayload()).isInstanceOf(MessageSend.class);
		assertThat(this.server.hasNoFurtherSession()).isTrue();
	}

	@Test
	void acknowledgementIsSentOnceTheEventIsAccepted() throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		session.send("4212" + StubWebSocketServer.Session.messagePacket("s", 1));
		assertThat(session.await()).isEqualTo("4312[]");
	}

	@Test
	void largeEventArrives() throws Exception {
		this.server.nextReadySession().send(large(5 * 1024 * 1024));
		assertLarge(5 * 1024 * 1024);
	}

	@Test
	void fragmentedEventArrives() throws Exception {
		this.server.nextReadySession().sendFragmented(large(5 * 1024 * 1024), 64 * 1024);
		assertLarge(5 * 1024 * 1024);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void eventThatIsTooLargeEndsTheConnectionAndNamesTheProperty(boolean fragmented) throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		String event = large(10 * 1024 * 1024);
		if (fragmented) {
			session.sendFragmented(event, 1024 * 1024);
		}
		else {
			session.send(event);
		}
		assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason())
			.contains("crisp.rtm.max-frame-size");
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "42[\"unauthorized\",\"why\"]", "42[\"authenticated\",false]" })
	void rejectedCredentialsAreNotRetriedUntilRequested(String response) throws Exception {
		StubWebSocketServer.Session session = this.server.nextSession().open(25000, 20000).connect();
		assertThat(session.await()).contains("\"username\":\"identifier\"", "\"password\":\"swordfish\"");
		session.send(response);
		this.tester.await(CrispRtmState.Rejected.class);
		await().during(Duration.ofMillis(200)).until(this.server::hasNoFurtherSession);
		this.tester.rtm.reconnectNow();
		this.server.nextReadySession();
		this.tester.awaitPublished(CrispRtmState.Ready.class);
		assertThat(this.tester.stateEvents).hasAtLeastOneElementOfType(CrispRtmRejectedEvent.class)
			.doesNotHaveAnyElementsOfTypes(CrispRtmDisconnectedEvent.class)
			.noneMatch((event) -> event.toString().contains("swordfish"));
	}

	@Test
	void retryAfterIsUsedUntilReconnectNow() throws Exception {
		StubWebSocketServer.Session session = this.server.nextSession();
		this.server.rejectConnections(429, "3600");
		session.closeConnection();
		CrispRtmState.WaitingToRetry waiting = (CrispRtmState.WaitingToRetry) await().until(this.tester.rtm::state,
				(state) -> state instanceof CrispRtmState.WaitingToRetry retry
						&& retry.nextAttemptAt().isAfter(Instant.now().plusSeconds(3000)));
		assertThat(waiting.reason()).contains("429");
		this.server.acceptConnections();
		this.tester.rtm.reconnectNow();
		this.server.nextReadySession();
	}

	@Test
	void reconnectNowHasNoEffectOnAnOpenConnection() throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		this.tester.rtm.reconnectNow();
		session.message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
		assertThat(this.server.hasNoFurtherSession()).isTrue();
	}

	@Test
	void everyChangeOfTheStateIsPublishedInOrder() throws Exception {
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		session.closeConnection();
		this.server.nextReadySession();
		await().until(() -> this.tester.stateEvents.stream().anyMatch(CrispRtmGapEvent.class::isInstance));
		this.tester.stop();
		List<String> published = this.tester.stateEvents.stream().map(this::describe).toList();
		assertThat(published).containsExactly("StateEvent Discovering", "StateEvent Connecting",
				"StateEvent Authenticating", "ConnectedEvent Ready", "DisconnectedEvent Disconnected",
				"StateEvent WaitingToRetry", "StateEvent Discovering", "StateEvent Connecting",
				"StateEvent Authenticating", "ConnectedEvent Ready", "GapEvent", "DisconnectedEvent Disconnected",
				"StateEvent Stopped");
	}

	private String describe(Object event) {
		String type = event.getClass().getSimpleName().substring("CrispRtm".length());
		return (event instanceof CrispRtmStateEvent change) ? type + " " + change.getState().getClass().getSimpleName()
				: type;
	}

	private String large(int size) {
		return "42[\"message:send\",{\"website_id\":\"w\",\"session_id\":\"s\",\"type\":\"text\",\"content\":\"%s\"}]"
			.formatted("é".repeat(size / 2));
	}

	private void assertLarge(int size) throws Exception {
		assertThat(this.tester.awaitEvent().getPayload()).isInstanceOfSatisfying(MessageSend.class,
				(message) -> assertThat(((TextContent) message.content()).text()).hasSize(size / 2));
		assertThat(this.server.hasNoFurtherSession()).isTrue();
	}

}
