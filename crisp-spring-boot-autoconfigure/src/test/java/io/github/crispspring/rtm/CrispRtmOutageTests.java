package io.github.crispspring.rtm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for failures of the realtime connection and their log messages.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispRtmOutageTests extends AbstractRtmTests {

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void credentialsAreRejectedOnlyByCrisp(int status) {
		respond(status, "{\"error\":true,\"reason\":\"invalid_session\",\"data\":{\"message\":\"Try another key.\"}}");
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		assertThat(this.tester.await(CrispRtmState.Rejected.class).reason()).contains("invalid_session",
				"Try another key.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			401 | ''
			403 | <html>Blocked</html>
			401 | {}
			403 | {"error":"forbidden"}
			403 | []
			""")
	void responseOfAProxyIsRetried(int status, String body) throws Exception {
		respond(status, body);
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		assertThat(this.tester.awaitPublished(CrispRtmState.WaitingToRetry.class).reason())
			.contains(String.valueOf(status));
		endpoint();
		this.server.nextReadySession();
		assertThat(this.tester.stateEvents).doesNotHaveAnyElementsOfTypes(CrispRtmRejectedEvent.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void handshakeThatAProxyRejectsIsRetried(int status) throws Exception {
		this.server.rejectConnections(status, "");
		this.tester = RtmTester.connectTo(this.server.url());
		assertThat(this.tester.awaitPublished(CrispRtmState.WaitingToRetry.class).reason())
			.contains("responded to the WebSocket handshake with " + status, "localhost:" + this.server.port());
		this.server.acceptConnections();
		this.server.nextReadySession();
		assertThat(this.tester.stateEvents).doesNotHaveAnyElementsOfTypes(CrispRtmRejectedEvent.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"the plan has no RTM" | the plan has no RTM
			{"message":"the plan has no RTM"} | the plan has no RTM
			{"reason":"no_rtm"} | no_rtm
			{"error":true,"reason":"no_rtm"} | no_rtm
			"a\\nb\\u001bc" | a b c
			"identifier:swordfish is wrong" | ***:*** is wrong
			""")
	void messageOfCrispIsReportedWithoutTheCredentials(String argument, String reported, CapturedOutput output)
			throws Exception {
		this.tester = RtmTester.connectTo(this.server.url());
		this.server.nextSession().open(25000, 20000).connect().send("42[\"unauthorized\"," + argument + "]");
		assertThat(this.tester.await(CrispRtmState.Rejected.class).reason()).endsWith("'unauthorized': " + reported);
		await().until(() -> output.getAll().contains("'unauthorized': " + reported));
		assertThat(output).doesNotContain("swordfish");
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "null", "{}", "\"\"", "[1]" })
	void unauthorizedMayHaveNoMessage(String argument) throws Exception {
		this.tester = RtmTester.connectTo(this.server.url());
		this.server.nextSession().open(25000, 20000).connect().send("42[\"unauthorized\"," + argument + "]");
		assertThat(this.tester.await(CrispRtmState.Rejected.class).reason()).endsWith("'unauthorized'");
	}

	@Test
	void longMessageIsTruncated() throws Exception {
		this.tester = RtmTester.connectTo(this.server.url());
		this.server.nextSession()
			.open(25000, 20000)
			.connect()
			.send("42[\"unauthorized\",\"" + "x".repeat(100_000) + "\"]");
		assertThat(this.tester.await(CrispRtmState.Rejected.class).reason()).hasSizeLessThan(300);
	}

	@Test
	void rejectionIsLoggedHourly(CapturedOutput output) {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		VirtualTimeScheduler.set(time);
		try {
			RtmStatePublisher publisher = new RtmStatePublisher(this, "default", (event) -> {
			}, Clock.systemUTC(), Duration.ofMinutes(1));
			publisher.remind(new CrispRtmState.Rejected(publisher.now(), "for the test")).subscribe();
			time.advanceTimeBy(Duration.ofMinutes(59));
			assertThat(output).doesNotContain("rejected the credentials");
			time.advanceTimeBy(Duration.ofHours(5));
			assertThat(output.getAll().split("ERROR.*rejected the credentials.*for the test", -1)).hasSize(6);
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failureContainsHostAndPortWithoutStackTrace(Failure failure, CapturedOutput output) throws Exception {
		URI url = failure.start(this.server);
		this.tester = RtmTester.connectTo(url);
		await().until(() -> waits() >= 3);
		assertThat(this.tester.awaitPublished(CrispRtmState.WaitingToRetry.class).reason())
			.startsWith("Cannot connect to localhost:" + url.getPort() + ": ");
		this.tester.stop();
		String log = output.getAll();
		assertThat(log.lines().filter((line) -> line.startsWith("\tat "))).isEmpty();
		assertThat(log).doesNotContain("The connection observed an error");
	}

	private long waits() {
		return this.tester.stateEvents.stream()
			.filter((event) -> event instanceof CrispRtmStateEvent change
					&& change.getState() instanceof CrispRtmState.WaitingToRetry)
			.count();
	}

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of((Failure) (server) -> {
			server.rejectConnections(503, "");
			return server.url();
		}), Arguments.of((Failure) (server) -> URI.create("ws://localhost:" + closed(server) + "/p/68/")),
				Arguments.of((Failure) (server) -> URI.create("ws://localhost:" + respondingWith("") + "/p/68/")),
				Arguments.of((Failure) (server) -> URI
					.create("ws://localhost:" + respondingWith("SSH-2.0-x\r\n\r\n") + "/p/68/")),
				Arguments.of((Failure) (server) -> URI
					.create("wss://localhost:" + respondingWith("HTTP/1.1 400 Bad Request\r\n\r\n") + "/p/68/")));
	}

	private static int closed(StubWebSocketServer server) throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Start a server that responds to each connection with a text, and closes it.
	 */
	private static int respondingWith(String text) throws IOException {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
		Thread thread = new Thread(() -> {
			while (true) {
				try (Socket socket = server.accept()) {
					// A client that stops closes its connection without a request
					if (socket.getInputStream().read(new byte[4096]) > 0) {
						socket.getOutputStream().write(text.getBytes());
					}
				}
				catch (IOException ex) {
					// The client closed the connection
				}
			}
		}, "responding-server");
		thread.setDaemon(true);
		thread.start();
		return server.getLocalPort();
	}

	@Test
	void failedHandshakesLeakNoConnections() {
		ConnectionProvider connections = ConnectionProvider.create("rtm-test", 2);
		try {
			this.server.rejectConnections(503, "");
			this.tester = RtmTester.with()
				.url(this.server.url())
				.httpClient(() -> HttpClient.create(connections))
				.start();
			// Each leak would occupy one of two connections
			await().until(() -> waits() >= 10);
			assertThat(this.server.rejections).hasSizeGreaterThanOrEqualTo(10);
		}
		finally {
			connections.dispose();
		}
	}

	@Test
	void firstFailureIsLoggedAtInfo(CapturedOutput output) {
		this.server.rejectConnections(503, "");
		this.tester = RtmTester.with().url(this.server.url()).delay(Duration.ofHours(1)).start();
		await().until(() -> output.getAll().contains("No realtime connection to Crisp; reconnecting at"));
		assertThat(output.getAll()).containsPattern("INFO.*No realtime connection to Crisp; reconnecting at")
			.doesNotContainPattern("WARN.*No realtime connection");
	}

	@Test
	void outageLongerThanTheGracePeriodIsLoggedAtWarn(CapturedOutput output) {
		this.server.rejectConnections(503, "");
		this.tester = RtmTester.with().url(this.server.url()).gracePeriod(Duration.ofMillis(1)).start();
		await().until(() -> output.getAll()
			.lines()
			.anyMatch((line) -> line.contains("WARN")
					&& line.contains("No realtime connection to Crisp; reconnecting at")));
	}

	private void respond(int status, String body) {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(WireMock.jsonResponse(body, status)));
	}

	private void endpoint() {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(
				WireMock.okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"%s\"}}}"
					.formatted(this.server.url()))));
	}

	interface Failure {

		URI start(StubWebSocketServer server) throws IOException;

	}

}
