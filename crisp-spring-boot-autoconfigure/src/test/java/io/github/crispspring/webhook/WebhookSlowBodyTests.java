package io.github.crispspring.webhook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.crispspring.webhook.WebhookServer.Kind;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests with bodies that are received late, in parts, or never.
 */
class WebhookSlowBodyTests {

	private static final int LENGTH = 1000;

	@ParameterizedTest
	@EnumSource
	void bodyReceivedInPartsIsVerified(Kind kind) throws Exception {
		byte[] webhook = WebhookServer.webhook();
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0]);
				SlowRequest request = new SlowRequest(server, SlowRequest.headers(webhook), webhook.length)) {
			request.send(Arrays.copyOf(webhook, 10));
			// The response to another request shows that the server has the first part
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			request.send(Arrays.copyOfRange(webhook, 10, webhook.length));
			assertThat(request.status()).isEqualTo(200);
			assertThat(server.application().events).hasSize(2);
		}
	}

	@ParameterizedTest
	@EnumSource
	void slowBodyIsRejectedAfterReadTimeout(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.read-timeout=200ms");
				SlowRequest request = new SlowRequest(server, SlowRequest.GENUINE, LENGTH)) {
			request.drip();
			assertThat(request.status()).isEqualTo(408);
			assertThat(request.rest()).containsIgnoringCase("connection: close")
				.contains("The body was not received in time.");
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource
	void requestWithInvalidHeadersIsRejectedBeforeBody(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.read-timeout=1h")) {
			assertThat(status(server, "Content-Type: application/json\r\n", LENGTH)).isEqualTo(401);
			assertThat(status(server, SlowRequest.GENUINE.replace("0".repeat(64), "0".repeat(63)), LENGTH))
				.isEqualTo(401);
			assertThat(status(server, SlowRequest.GENUINE.replace("0".repeat(64), "g".repeat(64)), LENGTH))
				.isEqualTo(401);
			assertThat(status(server, SlowRequest.GENUINE.replace("Timestamp: ", "Timestamp: x"), LENGTH))
				.isEqualTo(401);
			assertThat(status(server, SlowRequest.GENUINE.replace("Timestamp: 16", "Timestamp: 15"), LENGTH))
				.isEqualTo(401);
			assertThat(status(server, SlowRequest.GENUINE.replace("json", "xml"), LENGTH)).isEqualTo(415);
			assertThat(status(server, SlowRequest.GENUINE, 1024 * 1024 + 1)).isEqualTo(413);
		}
	}

	/**
	 * The rest of the body would otherwise be read as the next request.
	 */
	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void connectionIsClosedAfterUnreadBody(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.read-timeout=1h");
				SlowRequest request = new SlowRequest(server, "Content-Type: application/json\r\n", LENGTH)) {
			assertThat(request.status()).isEqualTo(401);
			assertThat(request.rest()).containsIgnoringCase("connection: close").doesNotContain("HTTP/1.1");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void rejectedRequestWithUnreadBodyDoesNotOccupyThread(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "server.tomcat.threads.max=2",
				"server.jetty.threads.max=8")) {
			List<SlowRequest> requests = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				requests.add(new SlowRequest(server, "Content-Type: application/json\r\n", LENGTH));
			}
			for (SlowRequest request : requests) {
				assertThat(request.status()).isEqualTo(401);
			}
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			for (SlowRequest request : requests) {
				request.close();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void bodyReadByFilterHasSameTimeLimit(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { BlockingFilter.class },
				"crisp.webhook.read-timeout=1ms");
				SlowRequest request = new SlowRequest(server, SlowRequest.GENUINE, LENGTH)) {
			await().until(() -> {
				request.drip();
				return request.hasResponse();
			});
			assertThat(request.status()).isEqualTo(408);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void threadsBlockedByBodiesReadByFilterAreLimited(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { BlockingFilter.class },
				"crisp.webhook.read-timeout=1h")) {
			List<SlowRequest> requests = new ArrayList<>();
			for (int i = 0; i < 60; i++) {
				requests.add(new SlowRequest(server, SlowRequest.GENUINE, LENGTH));
			}
			await().until(() -> requests.stream().filter(SlowRequest::hasResponse).count() == 10);
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(503);
			for (SlowRequest request : requests) {
				if (request.hasResponse()) {
					assertThat(request.status()).isEqualTo(503);
				}
				request.close();
			}
			await().until(() -> server.send(WebhookServer.webhook()).statusCode() == 200);
		}
	}

	private static int status(WebhookServer server, String headers, int length) throws Exception {
		try (SlowRequest request = new SlowRequest(server, headers, length)) {
			return request.status();
		}
	}

	/**
	 * Replaces the stream of the request, like filters that log or limit bodies.
	 */
	@Configuration(proxyBeanMethods = false)
	static class BlockingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				ServletInputStream stream = request.getInputStream();
				chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request) {

					@Override
					public ServletInputStream getInputStream() {
						return new BlockingStream(stream);
					}

				}, response);
			};
		}

	}

	private static final class BlockingStream extends BlockingInputStream {

		private final ServletInputStream stream;

		BlockingStream(ServletInputStream stream) {
			this.stream = stream;
		}

		@Override
		public int read() throws IOException {
			return this.stream.read();
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			return this.stream.read(bytes, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

	}

}
