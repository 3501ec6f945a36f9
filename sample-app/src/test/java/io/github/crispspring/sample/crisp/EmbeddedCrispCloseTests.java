package io.github.crispspring.sample.crisp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EmbeddedCrispCloseTests {

	@Test
	void releasesPortsAndThreads() throws IOException {
		Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
		EmbeddedCrisp crisp = EmbeddedCrisp.start();
		crisp.hookUrl(URI.create("http://localhost:1/"));
		crisp.visitorWrites(crisp.openConversation("jane"), "Hello");
		SocketIoClient client = new SocketIoClient(crisp.rtmUrl());
		await().until(() -> client.packets().size() == 2);
		URI rest = crisp.baseUrl();
		URI rtm = crisp.rtmUrl();

		crisp.close();

		assertFree(rest.getPort());
		assertFree(rtm.getPort());
		await().until(client::hasEnded);
		await().untilAsserted(() -> assertThat(startedSince(before))
			.noneMatch((name) -> name.matches("(embedded-crisp|nioEventLoopGroup|Hashed wheel).*")));
	}

	@Test
	void closesTwice() {
		EmbeddedCrisp crisp = EmbeddedCrisp.start();
		crisp.close();
		crisp.close();
	}

	@Test
	void endsTheChanges() {
		EmbeddedCrisp crisp = EmbeddedCrisp.start();
		String sessionId = crisp.openConversation("jane");
		Disposable watching = crisp.changes(sessionId).subscribe();
		crisp.close();
		assertThat(watching.isDisposed()).isTrue();
	}

	private static Set<String> startedSince(Set<Thread> before) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread))
			.map(Thread::getName)
			.collect(Collectors.toSet());
	}

	private static void assertFree(int port) throws IOException {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			assertThat(socket.getLocalPort()).isEqualTo(port);
		}
	}

}
