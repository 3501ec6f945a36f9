package io.github.crispspring.rtm;

import java.net.URI;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the URL of the WebSocket, whose server receives the credentials.
 */
class CrispRtmDiscoveryTests extends AbstractRtmTests {

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirectOfTheHandshakeIsNotFollowed(int status) {
		try (StubWebSocketServer other = new StubWebSocketServer()) {
			this.server.redirect(status, other.url());
			this.tester = RtmTester.connectTo(this.server.url());
			assertThat(this.tester.awaitPublished(CrispRtmState.WaitingToRetry.class).reason())
				.contains("responded to the WebSocket handshake with " + status);
			await().until(() -> this.server.rejections.size() >= 3);
			assertThat(other.uris).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://relay.example/p/68/ | must begin with 'wss://'
			https://relay.example/p/68/ | must begin with 'wss://'
			ftp://relay.example/p/68/ | must begin with 'wss://'
			//relay.example/p/68/ | must begin with 'wss://'
			/p/68/ | must begin with 'wss://'
			relay.example | must begin with 'wss://'
			wss:relay.example/p/68/ | has no host
			wss:///p/68/ | has no host
			wss://identifier@relay.example/p/68/ | must not contain user information
			wss://identifier:key@relay.example/p/68/ | must not contain user information
			wss://relay.example/p/ 68/ | malformed URL
			""")
	void urlThatIsNotOfAWebSocketIsRejected(String url, String problem) {
		endpoint(url);
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		String reason = this.tester.awaitPublished(CrispRtmState.WaitingToRetry.class).reason();
		assertThat(reason).contains(problem, "localhost:" + rest.getPort()).doesNotContain("relay.example");
	}

	@Test
	void urlWithoutTlsIsRejectedIfRestUsesTls() {
		endpoint(this.server.url().toString());
		this.tester = RtmTester.with().rest(rest.baseUrl()).restUrl("https://api.crisp.chat").start();
		assertThat(this.tester.awaitPublished(CrispRtmState.WaitingToRetry.class).reason())
			.contains("must begin with 'wss://'");
		assertThat(this.server.uris).isEmpty();
	}

	@Test
	void urlWithoutTlsIsAcceptedIfRestUsesNoTls() throws Exception {
		endpoint(this.server.url().toString());
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		this.server.nextReadySession();
	}

	@ParameterizedTest
	@CsvSource({ "/p/68/, /p/68/?EIO=4&transport=websocket", "'', /?EIO=4&transport=websocket",
			"/p/68/?t=a%2Bb%20c+d, /p/68/?t=a%2Bb%20c+d&EIO=4&transport=websocket",
			"/p%2F68/?a=1&a=%25#fragment, /p%2F68/?a=1&a=%25&EIO=4&transport=websocket" })
	void pathAndQueryAreKept(String path, String requested) throws Exception {
		URI url = URI.create("ws://localhost:" + this.server.port() + path);
		endpoint(url.toString());
		this.tester = RtmTester.with().rest(rest.baseUrl()).start();
		this.server.nextReadySession();
		assertThat(this.server.uris).containsExactly(requested);
		assertThat(this.tester.await(CrispRtmState.Ready.class).server().getRawQuery()).isNull();
	}

	@Test
	void queryOfAConfiguredUrlIsKept() throws Exception {
		this.tester = RtmTester.connectTo(URI.create(this.server.url() + "?t=a%2Bb"));
		this.server.nextReadySession();
		assertThat(this.server.uris).containsExactly("/p/68/?t=a%2Bb&EIO=4&transport=websocket");
	}

	private void endpoint(String url) {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(WireMock.okJson(
				"{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"%s\"}}}".formatted(url))));
	}

}
