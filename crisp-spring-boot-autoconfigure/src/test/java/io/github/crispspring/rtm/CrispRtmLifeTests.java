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
 * How the connection starts, lasts, stops and starts again.
 */
class CrispRtmLifeTests extends AbstractRtmTests {

	@Test
	void twoHundredRestartsLeaveNothingBehind() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).build();
		restart(20);
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		restart(200);
		// The shared pools of the process may grow by a few; each of the four ways to be
		// stopped would leave fifty behind
		await().untilAsserted(() -> assertThat(threadsSince(before)).hasSizeLessThan(25)
			.noneMatch((thread) -> thread.getName().startsWith("crisp")));
		assertThat(this.server.hasNoMore()).isTrue();
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
			ScriptedServer.Session session = this.server.next();
			switch (i % 4) {
				case 0 -> session.open(25000, 20000).connect().authenticate();
				case 1 -> session.open(25000, 20000).connect();
				case 2 -> session.open(25000, 20000);
				default -> {
				}
			}
			this.tester.stop();
			assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Stopped.class);
			try {
				session.awaitEnd();
			}
			catch (RuntimeException ex) {
				throw new IllegalStateException("i=" + i + " " + session.received + " " + this.tester.announcements
					.subList(this.tester.announcements.size() - 6, this.tester.announcements.size()), ex);
			}
		}
	}

	@Test
	void restartsWithoutWaitingMakeOneConnection() throws Exception {
		this.tester = connect();
		for (int i = 0; i < 50; i++) {
			this.tester.rtm.stop();
			this.tester.rtm.start();
		}
		this.tester.rtm.start();
		this.tester.await(CrispRtmState.Connecting.class);
		this.server.onlyLive().open(25000, 20000).connect().authenticate();
		this.tester.await(CrispRtmState.Ready.class);
		assertThat(this.server.hasNoMore()).isTrue();
	}

	@Test
	void stopEndsTheSessionAndTheWebSocket() throws Exception {
		this.tester = connect();
		ScriptedServer.Session session = this.server.nextReady();
		this.tester.await(CrispRtmState.Ready.class);
		this.tester.stop();
		assertThat(session.await()).isEqualTo("41");
		assertThat(session.await()).isEqualTo("close 1000");
		session.awaitEnd();
	}

	@Test
	void stopDoesNotWaitForAServerThatReadsNothing() throws Exception {
		this.tester = connect();
		ScriptedServer.Session session = this.server.nextReady();
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
		CountDownLatch asked = new CountDownLatch(1);
		this.tester = RtmTester.with().webClient(() -> {
			asked.countDown();
			return client.join();
		}).start();
		assertThat(asked.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void stopDuringDiscoveryDoesNotWaitForTheResponse() throws Exception {
		try (SilentServer silent = new SilentServer()) {
			this.tester = RtmTester.with().rest(silent.url()).start();
			silent.awaitRequest();
			assertStops();
		}
	}

	@Test
	void stopWhileConnectingDoesNotWaitForTheServer() throws Exception {
		try (TcpProxy proxy = new TcpProxy(this.server.port())) {
			proxy.swallow(true);
			this.tester = RtmTester.connectTo(proxy.url());
			this.tester.await(CrispRtmState.Connecting.class);
			assertStops();
			assertThat(proxy.closedByClient.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isNotNull();
		}
	}

	@Test
	void stopDoesNotWaitForTheNextAttempt() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).delay(Duration.ofHours(10)).start();
		this.server.next().drop();
		this.tester.await(CrispRtmState.WaitingToRetry.class);
		assertStops();
	}

	@Test
	void stopWhileRefusedDoesNotWaitForAReconnect() throws Exception {
		this.tester = connect();
		this.server.next().open(25000, 20000).connect().send("42[\"unauthorized\"]");
		this.tester.await(CrispRtmState.Refused.class);
		assertStops();
	}

	@Test
	void stopDoesNotWaitForCapacity() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).capacity(1).build();
		RtmGate gate = new RtmGate(this.tester);
		this.tester.rtm.start();
		this.server.nextReady().message("s", 1).message("s", 2).message("s", 3);
		gate.awaitFirst();
		assertStops();
		gate.open();
	}

	@Test
	void stopIsToldToListenersBeforeItIsOver() throws Exception {
		this.tester = connect();
		this.server.nextReady();
		this.tester.await(CrispRtmState.Ready.class);
		this.tester.stop();
		assertThat(this.tester.announcements.get(this.tester.announcements.size() - 1)).isInstanceOfSatisfying(
				CrispRtmStateEvent.class,
				(event) -> assertThat(event.getState()).isInstanceOf(CrispRtmState.Stopped.class));
	}

	@Test
	void connectionThatLeadsNowhereIsLeft() throws Exception {
		try (TcpProxy proxy = new TcpProxy(this.server.port())) {
			this.tester = RtmTester.with().url(proxy.url()).delay(Duration.ofHours(10)).start();
			this.server.next().open(1000, 2000).connect().authenticate();
			this.tester.await(CrispRtmState.Ready.class);
			proxy.swallow(true);
			assertThat(this.tester.awaitTold(CrispRtmState.Disconnected.class).reason()).contains("no ping");
			assertThat(proxy.closedByClient.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).as("the old connection")
				.isNotNull();
			proxy.swallow(false);
			this.tester.await(CrispRtmState.WaitingToRetry.class);
			this.tester.rtm.reconnect();
			this.server.nextReady().message("s", 1);
			assertThat(this.tester.awaitEvent()).isNotNull();
		}
	}

	@Test
	void discoveryPrecedesEveryAttempt() throws Exception {
		endpoint();
		this.tester = RtmTester.with().rest(rest.baseUrl()).tier(CrispTier.WEBSITE, "w1").start();
		this.server.nextReady().drop();
		this.server.nextReady().drop();
		this.server.nextReady();
		rest.verify(3, WireMock.getRequestedFor(WireMock.urlEqualTo("/v1/website/w1/connect/endpoints")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"error\":false,\"reason\":\"resolved\",\"data\":{}}", "[]", "x",
			"{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"not a url\"}}}",
			"{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"\"}}}" })
	void discoveryThatLeadsNowhereIsTriedAgain(String answer) throws Exception {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(WireMock.ok(answer)));
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		this.tester.awaitTold(CrispRtmState.WaitingToRetry.class);
		endpoint();
		this.server.nextReady();
	}

	@Test
	void pauseThatDiscoveryIsToldIsObeyed() {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(WireMock.status(429).withHeader("Retry-After", "1800")));
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		assertThat(this.tester.await(CrispRtmState.WaitingToRetry.class).nextAttemptAt())
			.isAfter(Instant.now().plusSeconds(1700));
	}

	@Test
	void roomsAreAskedFor() throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).rooms("w1", "w2").start();
		assertThat(this.server.next().open(25000, 20000).connect().await()).contains("\"rooms\":[\"w1\",\"w2\"]");
	}

	@Test
	void withoutRoomsNoneAreMentioned() throws Exception {
		this.tester = connect();
		assertThat(this.server.next().open(25000, 20000).connect().await()).doesNotContain("rooms");
	}

	@Test
	void pluginThatIsInstalledIsAskedForItsEvents() throws Exception {
		this.tester = connect();
		ScriptedServer.Session session = this.server.nextReady();
		session.send("42[\"plugin:subscription:updated\",{\"website_id\":\"w\",\"bound\":true}]");
		assertThat(session.await()).isEqualTo("42[\"socket:bind\",{}]");
		assertThat(this.tester.awaitEvent().getPayload().name()).isEqualTo("plugin:subscription:updated");
	}

	@Test
	void bindsInShortSuccessionAreOneNowAndOneLater() throws Exception {
		this.tester = connect();
		ScriptedServer.Session session = this.server.nextReady();
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
	void bindThatIsAskedForTooEarlyIsSentWhenItCanBe() throws Exception {
		this.tester = connect();
		ScriptedServer.Session session = this.server.next().open(25000, 20000).connect();
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
