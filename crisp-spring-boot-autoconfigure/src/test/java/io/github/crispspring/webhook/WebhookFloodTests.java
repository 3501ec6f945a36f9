package io.github.crispspring.webhook;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.webhook.WebhookServer.Kind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests with many connections that send the body of a request slowly, while others send
 * webhooks.
 */
@Tag("long")
class WebhookFloodTests {

	private static final Log logger = LogFactory.getLog(WebhookFloodTests.class);

	private static final int CONNECTIONS = 300;

	@ParameterizedTest
	@EnumSource
	void webhooksAreHandledDuringFloodOfSlowBodies(Kind kind) throws Exception {
		assertWebhooksAreHandled(kind, SlowRequest.GENUINE, 408);
	}

	@ParameterizedTest
	@EnumSource
	void webhooksAreHandledDuringFloodOfSlowUnsignedBodies(Kind kind) throws Exception {
		assertWebhooksAreHandled(kind, "Content-Type: application/json\r\n", 401);
	}

	private void assertWebhooksAreHandled(Kind kind, String headers, int status) throws Exception {
		ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor();
		List<SlowRequest> flood = new ArrayList<>();
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0])) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			for (int i = 0; i < CONNECTIONS; i++) {
				SlowRequest request = new SlowRequest(server, headers, 1000);
				dripping.scheduleAtFixedRate(request::drip, 0, 1, TimeUnit.SECONDS);
				flood.add(request);
			}
			long slowest = 0;
			int webhooks = 0;
			for (long start = System.nanoTime(); System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5); webhooks++) {
				long sent = System.nanoTime();
				assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
				slowest = Math.max(slowest, System.nanoTime() - sent);
			}
			logger.info("%s, flood rejected with status %d: %d webhooks handled, the slowest after %d ms"
				.formatted(kind, status, webhooks, TimeUnit.NANOSECONDS.toMillis(slowest)));
			assertThat(slowest).isLessThan(TimeUnit.SECONDS.toNanos(5));
			for (SlowRequest request : flood) {
				assertThat(request.status()).isEqualTo(status);
			}
		}
		finally {
			dripping.shutdownNow();
			for (SlowRequest request : flood) {
				request.close();
			}
		}
	}

	/**
	 * Connections that send no request are limited by the server only.
	 */
	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void webhookIsHandledAfterServerTimeoutIfAllConnectionsAreInUse(Kind kind) throws Exception {
		List<Socket> connections = new ArrayList<>();
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "server.tomcat.max-connections=100",
				"server.tomcat.connection-timeout=3s", "server.jetty.max-connections=100",
				"server.jetty.connection-idle-timeout=3s")) {
			for (int i = 0; i < 150; i++) {
				connections.add(new Socket("localhost", server.port()));
			}
			long start = System.nanoTime();
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			logger.info("%s, no connection left: webhook handled after %d ms".formatted(kind,
					TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
		}
		finally {
			for (Socket connection : connections) {
				connection.close();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void incompleteBodiesUseLimitedMemory(Kind kind) throws Exception {
		List<SlowRequest> flood = new ArrayList<>();
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.read-timeout=1h")) {
			byte[] body = new byte[1024 * 1024 - 1];
			for (int i = 0; i < 66; i++) {
				SlowRequest request = new SlowRequest(server, SlowRequest.GENUINE, 1024 * 1024);
				flood.add(request);
				request.send(body);
			}
			await().until(() -> flood.stream().anyMatch(SlowRequest::hasResponse));
			for (SlowRequest request : flood) {
				if (request.hasResponse()) {
					assertThat(request.status()).isEqualTo(503);
				}
				request.close();
			}
			await().until(() -> server.send(WebhookServer.webhook()).statusCode() == 200);
		}
	}

}
