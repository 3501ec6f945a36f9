package io.github.crispspring.webhook;

import java.util.Map;

import io.github.crispspring.webhook.WebhookServer.Kind;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the memory that the bodies of requests share.
 */
class WebhookBodyMemoryTests {

	/**
	 * All memory is reserved with large bodies first, then with small ones.
	 */
	private static final int[] LENGTHS = { 1_000_000, 8192, 100 };

	private static final Map<String, String[]> INVALID = Map.of("no signature", new String[0], "old timestamp",
			new String[] { "X-Crisp-Signature", "0".repeat(64), "X-Crisp-Request-Timestamp", "1" });

	@ParameterizedTest
	@ValueSource(strings = { "no signature", "old timestamp" })
	void rejectedBodiesThatCannotBeReceivedAsynchronouslyReleaseTheirMemory(String invalid) throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[0])) {
			WebhookRequestHandler handler = server.bean(WebhookRequestHandler.class);
			for (int length : LENGTHS) {
				for (int i = 0; i < 100; i++) {
					reject(handler, new IncompleteRequest(length), INVALID.get(invalid));
				}
			}
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
		}
	}

	private static void reject(WebhookRequestHandler handler, MockHttpServletRequest request, String... headers)
			throws Exception {
		for (int i = 0; i < headers.length; i += 2) {
			request.addHeader(headers[i], headers[i + 1]);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		handler.handleRequest(request, response);
		assertThat(response.getStatus()).isBetween(400, 499);
	}

	/**
	 * Request whose body lacks the last byte, behind a filter that does not support
	 * asynchronous requests.
	 */
	private static final class IncompleteRequest extends MockHttpServletRequest {

		private final int length;

		private final ServletInputStream stream;

		IncompleteRequest(int length) {
			super("POST", "/crisp/webhook");
			this.length = length;
			this.stream = new IncompleteStream(length - 1);
			setContentType("application/json");
			setAsyncSupported(false);
		}

		@Override
		public long getContentLengthLong() {
			return this.length;
		}

		@Override
		public ServletInputStream getInputStream() {
			return this.stream;
		}

	}

	/**
	 * Stream that would block at the last byte.
	 */
	private static final class IncompleteStream extends BlockingInputStream {

		private int available;

		IncompleteStream(int available) {
			this.available = available;
		}

		@Override
		public int available() {
			return this.available;
		}

		@Override
		public int read() {
			if (this.available == 0) {
				throw new IllegalStateException("The read would block");
			}
			this.available--;
			return ' ';
		}

		@Override
		public boolean isFinished() {
			return false;
		}

	}

}
