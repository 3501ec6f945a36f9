package io.github.crispspring.rtm;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the start, stop and restart of the realtime connection.
 */
class CrispRtmLifecycleTests extends AbstractRtmTests {

	@Test
	void twoHundredRestartsLeakNoThreadsOrConnections() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).build();
		restart(20);
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		restart(200);
		// The shared thread pools may grow by a few threads, but a leak in one of the
		// four
		// cases would leave fifty
		await().untilAsserted(() -> assertThat(threadsSince(before)).hasSizeLessThan(25)
			.noneMatch((thread) -> thread.getName().startsWith("crisp")));
		assertThat(this.server.hasNoFurtherSession()).isTrue();
	}

	private static Set<Thread> threadsSince(Set<Thread> before) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread))
			.collect(Collectors.toSet());
	}

	private void restart(int times) throws Exception {
		for (int i = 0; i < times; i++) {
			this.tester.rtm.start();
			StubWebSocketServer.Session session = this.server.nextSession();
			switch (i % 4) {
				case 0 -> session.open(25000, 20000).connect().authenticate();
				case 1 -> session.open(25000, 20000).connect();
				case 2 -> session.open(25000, 20000);
				default -> {
				}
			}
			this.tester.stop();
			assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Stopped.class);
			session.awaitEnd();
		}
	}

	@Test
	void restartsWithoutWaitingResultInOneConnection() throws Exception {
		this.tester = connect();
		for (int i = 0; i < 50; i++) {
			this.tester.rtm.stop();
			this.tester.rtm.start();
		}
		this.tester.rtm.start();
		this.tester.await(CrispRtmState.Connecting.class);
		this.server.onlyOpenSession().open(25000, 20000).connect().authenticate();
		this.tester.await(CrispRtmState.Ready.class);
		assertThat(this.server.hasNoFurtherSession()).isTrue();
	}

	@Test
	void stopEndsTheSessionAndTheWebSocket() throws Exception {
		this.tester = connect();
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		this.tester.stop();
		assertThat(session.await()).isEqualTo("41");
		assertThat(session.await()).isEqualTo("close 1000");
		session.awaitEnd();
	}

	@Test
	void stopDoesNotWaitForAServerThatReadsNothing() throws Exception {
		this.tester = connect();
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		session.stopReading();
		assertStops();
	}

	@Test
	void stopWaitsForTheThreadThatIsAboutToConnect() throws Exception {
		CompletableFuture<WebClient.Builder> client = new CompletableFuture<>();
		startWith(client);
		CountDownLatch stopped = new CountDownLatch(1);
		this.tester.rtm.stop(stopped::countDown);
		assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Discovering.class);
		client.complete(WebClient.builder());
		assertThat(stopped.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
		assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Stopped.class);
	}

	@Test
	void stopDoesNotWaitForAThreadThatNeverConnects() throws Exception {
		CompletableFuture<WebClient.Builder> client = new CompletableFuture<>();
		startWith(client);
		assertStops();
		client.complete(WebClient.builder());
	}

	private void startWith(CompletableFuture<WebClient.Builder> client) throws InterruptedException {
		CountDownLatch requested = new CountDownLatch(1);
		this.tester = RtmTester.with().webClient(() -> {
			requested.countDown();
			return client.join();
		}).start();
		assertThat(requested.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void stopDuringDiscoveryDoesNotWaitForTheResponse() throws Exception {
		try (UnresponsiveServer unresponsive = new UnresponsiveServer()) {
			this.tester = RtmTester.with().rest(unresponsive.url()).start();
			unresponsive.awaitRequest();
			assertStops();
		}
	}

	@Test
	void stopWhileConnectingDoesNotWaitForTheServer() throws Exception {
		try (TcpProxy proxy = new TcpProxy(this.server.port())) {
			proxy.dropTraffic(true);
			this.tester = RtmTester.connectTo(proxy.url());
			this.tester.await(CrispRtmState.Connecting.class);
			assertStops();
			assertThat(proxy.closedByClient.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isNotNull();
		}
	}

	@Test
	void stopDoesNotWaitForTheNextAttempt() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).delay(Duration.ofHours(10)).start();
		this.server.nextSession().closeConnection();
		this.tester.await(CrispRtmState.WaitingToRetry.class);
		assertStops();
	}

	@Test
	void stopWhileRejectedDoesNotWait() throws Exception {
		this.tester = connect();
		this.server.nextSession().open(25000, 20000).connect().send("42[\"unauthorized\"]");
		this.tester.await(CrispRtmState.Rejected.class);
		assertStops();
	}

	@Test
	void stopDoesNotWaitForCapacity() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).capacity(1).build();
		BlockingListener listener = new BlockingListener(this.tester);
		this.tester.rtm.start();
		this.server.nextReadySession().message("s", 1).message("s", 2).message("s", 3);
		listener.awaitFirstEvent();
		assertStops();
		listener.unblock();
	}

	@Test
	void lastStateIsPublishedBeforeStopCompletes() throws Exception {
		this.tester = connect();
		this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		this.tester.stop();
		assertThat(this.tester.stateEvents.get(this.tester.stateEvents.size() - 1)).isInstanceOfSatisfying(
				CrispRtmStateEvent.class,
				(event) -> assertThat(event.getState()).isInstanceOf(CrispRtmState.Stopped.class));
	}

	@Test
	void connectionWithoutTrafficIsClosed() throws Exception {
		try (TcpProxy proxy = new TcpProxy(this.server.port())) {
			this.tester = RtmTester.with().url(proxy.url()).delay(Duration.ofHours(10)).start();
			this.server.nextSession().open(1000, 2000).connect().authenticate();
			this.tester.awaitPublished(CrispRtmState.Ready.class);
			proxy.dropTraffic(true);
			assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason()).contains("no ping");
			assertThat(proxy.closedByClient.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).as("the old connection")
				.isNotNull();
			proxy.dropTraffic(false);
			this.tester.await(CrispRtmState.WaitingToRetry.class);
			this.tester.rtm.reconnectNow();
			this.server.nextReadySession().message("s", 1);
			assertThat(this.tester.awaitEvent()).isNotNull();
		}
	}

	@Test
	void discoveryPrecedesEveryAttempt() throws Exception {
		endpoint();
		this.tester = RtmTester.with().rest(rest.baseUrl()).tier(CrispTier.WEBSITE, "w1").start();
		this.server.nextReadySession().closeConnection();
		this.server.nextReadySession().closeConnection();
		this.server.nextReadySession();
		rest.verify(3, WireMock.getRequestedFor(WireMock.urlEqualTo("/v1/website/w1/connect/endpoints")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"error\":false,\"reason\":\"resolved\",\"data\":{}}", "[]", "x",
			"{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"not a url\"}}}",
			"{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"\"}}}" })
	void discoveryWithoutAValidUrlIsRetried(String response) throws Exception {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(WireMock.ok(response)));
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		this.tester.awaitPublished(CrispRtmState.WaitingToRetry.class);
		endpoint();
		this.server.nextReadySession();
	}

	@Test
	void retryAfterOfDiscoveryIsUsed() {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(WireMock.status(429).withHeader("Retry-After", "1800")));
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		assertThat(this.tester.await(CrispRtmState.WaitingToRetry.class).nextAttemptAt())
			.isAfter(Instant.now().plusSeconds(1700));
	}

	@Test
	void roomsAreSentWithTheAuthentication() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).rooms("w1", "w2").start();
		assertThat(this.server.nextSession().open(25000, 20000).connect().await())
			.contains("\"rooms\":[\"w1\",\"w2\"]");
	}

	@Test
	void noRoomsAreSentByDefault() throws Exception {
		this.tester = connect();
		assertThat(this.server.nextSession().open(25000, 20000).connect().await()).doesNotContain("rooms");
	}

	@Test
	void installationOfThePluginSubscribesToItsEvents() throws Exception {
		this.tester = connect();
		StubWebSocketServer.Session session = this.server.nextReadySession();
		session.send("42[\"plugin:subscription:updated\",{\"website_id\":\"w\",\"bound\":true}]");
		assertThat(session.await()).isEqualTo("42[\"socket:bind\",{}]");
		assertThat(this.tester.awaitEvent().getPayload().name()).isEqualTo("plugin:subscription:updated");
	}

	@Test
	void rebindsInShortSuccessionAreCombined() throws Exception {
		this.tester = connect();
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		Instant before = Instant.now();
		for (int i = 0; i < 100; i++) {
			this.tester.rtm.rebind();
		}
		assertThat(session.await()).isEqualTo("42[\"socket:bind\",{}]");
		assertThat(session.await()).isEqualTo("42[\"socket:bind\",{}]");
		assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(2400));
		this.tester.stop();
		assertThat(session.await()).isEqualTo("41");
	}

	@Test
	void rebindBeforeTheConnectionIsReadyIsSentLater() throws Exception {
		this.tester = connect();
		StubWebSocketServer.Session session = this.server.nextSession().open(25000, 20000).connect();
		this.tester.rtm.rebind();
		session.authenticate();
		assertThat(session.await()).isEqualTo("42[\"socket:bind\",{}]");
	}

	private RtmTester connect() {
		return RtmTester.connectTo(this.server.url());
	}

	private void endpoint() {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(
				WireMock.okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"%s\"}}}"
					.formatted(this.server.url()))));
	}

	private void assertStops() {
		this.tester.stop();
		assertThat(this.tester.rtm.isRunning()).isFalse();
	}

}
