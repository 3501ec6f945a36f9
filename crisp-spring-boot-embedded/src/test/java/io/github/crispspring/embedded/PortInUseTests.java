package io.github.crispspring.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import reactor.netty.ChannelBindException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for an {@link EmbeddedCrisp} whose port is in use.
 */
class PortInUseTests {

	@Test
	void noThreadKeepsTheApplicationFromExiting() throws Exception {
		Set<Thread> before = threads();
		try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			EmbeddedCrisp.Builder builder = EmbeddedCrisp.builder().port(used.getLocalPort());
			assertThatExceptionOfType(ChannelBindException.class).isThrownBy(builder::start);
		}
		await().pollInSameThread().until(() -> before.containsAll(threads()));
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.isAlive() && !thread.isDaemon())
			.collect(Collectors.toSet());
	}

}
