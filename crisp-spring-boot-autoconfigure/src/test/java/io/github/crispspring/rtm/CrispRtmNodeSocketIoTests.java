package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.message.TextContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the realtime connection with the Socket.IO server of npm. They are skipped if
 * it is not installed.
 */
class CrispRtmNodeSocketIoTests {

	private static final Map<String, Object> MESSAGE = Map.of("website_id", "w", "session_id", "s", "type", "text",
			"from", "user", "content", "text");

	private NodeSocketIoServer server;

	private RtmTester tester;

	@AfterEach
	void close() {
		if (this.tester != null) {
			this.tester.close();
		}
		if (this.server != null) {
			this.server.close();
		}
	}

	@Test
	void eventsAreReceivedUntilTheClientDisconnects() throws Exception {
		connect(25000, 20000);
		assertThat(this.server.await("authentication").path("tier").asString()).isEqualTo("plugin");
		this.tester.await(CrispRtmState.Ready.class);
		this.server.command("emit", Map.of("name", "message:send", "data", MESSAGE));
		assertThat(this.tester.awaitEvent().getPayload()).isInstanceOf(MessageSend.class);
		this.tester.rtm.rebind();
		assertThat(this.server.await("bind").path("argument")).hasToString("{}");
		this.tester.stop();
		assertThat(this.server.await("disconnect").path("reason").asString()).isEqualTo("client namespace disconnect");
	}

	@Test
	void rejectedCredentialsAreReported() {
		this.server = new NodeSocketIoServer(25000, 20000);
		this.tester = RtmTester.with().url(this.server.url()).key("wrong").start();
		this.tester.await(CrispRtmState.Rejected.class);
	}

	@Test
	void acknowledgementsAndAttachmentsAreSupported() throws Exception {
		connect(25000, 20000);
		this.tester.await(CrispRtmState.Ready.class);
		this.server.command("acknowledge", Map.of("name", "message:send", "data", MESSAGE));
		this.server.await("acknowledged");
		this.tester.awaitEvent();
		this.server.command("binary", Map.of("name", "message:send", "data", MESSAGE, "text", "one"));
		assertThat(this.tester.awaitEvent().getPayload()).isInstanceOfSatisfying(MessageSend.class,
				(message) -> assertThat(message.content()).isEqualTo(new TextContent("b25l")));
	}

	@Test
	void connectionIsReestablishedAfterTheServerClosesIt() throws Exception {
		connect(25000, 20000);
		for (String command : new String[] { "cut", "disconnect" }) {
			this.server.await("authentication");
			this.tester.await(CrispRtmState.Ready.class);
			this.server.command(command, Map.of());
			this.server.await("disconnect");
		}
		this.server.await("authentication");
	}

	@Test
	void pingsAreAnswered() throws Exception {
		connect(100, 20000);
		for (int i = 0; i < 5; i++) {
			this.server.await("pong");
		}
	}

	@Test
	void serverDoesNotCloseTheConnectionWhileTheQueueIsFull() throws Exception {
		this.server = new NodeSocketIoServer(300, 1500);
		this.tester = RtmTester.with().url(this.server.url()).capacity(1).build();
		BlockingListener listener = new BlockingListener(this.tester);
		this.tester.rtm.start();
		this.tester.await(CrispRtmState.Ready.class);
		this.server.command("emit", Map.of("name", "message:send", "data", MESSAGE, "count", 50));
		listener.blockFor(Duration.ofSeconds(3), () -> !this.server.hasReceived("disconnect"));
		await().until(() -> this.tester.events.size() == 50);
		assertThat(this.tester.events).extracting((event) -> ((MessageSend) event.getPayload()).fingerprint())
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
		assertThat(this.server.hasReceived("disconnect")).isFalse();
	}

	private void connect(int pingInterval, int pingTimeout) {
		this.server = new NodeSocketIoServer(pingInterval, pingTimeout);
		this.tester = RtmTester.connectTo(this.server.url());
	}

}
