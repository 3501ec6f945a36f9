package io.github.crispspring.webhook;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.webhook.WebhookServer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the log messages of webhooks that are not acknowledged.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookLogTests {

	@ParameterizedTest
	@EnumSource
	void reasonOfRejectionIsLoggedAsWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.read-timeout=200ms")) {
			byte[] webhook = WebhookServer.webhook();
			server.send("/crisp/webhook", (request) -> request.PUT(BodyPublishers.noBody()));
			assertWarned(output, 405, "the method is not POST");
			server.send("/crisp/webhook",
					(request) -> WebhookServer.unsigned(webhook)
						.apply(request)
						.setHeader("Content-Type", "text/plain"));
			assertWarned(output, 415, "the Content-Type is not 'application/json'");
			server.send("/crisp/webhook", WebhookServer.unsigned(webhook));
			assertWarned(output, 401, "the request has neither a signature nor a key");
			server.send("/crisp/webhook?key=wrong", WebhookServer.unsigned(webhook));
			assertWarned(output, 401, "the key does not match 'crisp.webhook.key'");
			server.send("/crisp/webhook", WebhookServer.signed(webhook, "1"));
			assertWarned(output, 401, "the timestamp is malformed or differs from the current time");
			status(server, 10);
			assertWarned(output, 408, "the body was not received within 'crisp.webhook.read-timeout'");
			status(server, 1024 * 1024 + 1);
			assertWarned(output, 413, "the body is larger than 'crisp.webhook.max-body-size'");
			server.send("/crisp/webhook",
					(request) -> WebhookServer.signed(webhook)
						.apply(request)
						.setHeader("X-Crisp-Signature", "0".repeat(64)));
			assertWarned(output, 401, "the signature is invalid or does not match");
			server.send("{}".getBytes(StandardCharsets.UTF_8));
			assertWarned(output, 400, "the body is not an event");
			server.bean(CrispEventDispatcher.class).stop();
			server.send(webhook);
			assertWarned(output, 503, "the event is not accepted");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void rejectedMultipartRequestIsLoggedAsWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0])) {
			server.send("/crisp/webhook",
					(request) -> WebhookServer.unsigned(WebhookServer.webhook())
						.apply(request)
						.setHeader("Content-Type", "multipart/form-data"));
			assertWarned(output, 415, "the Content-Type is not 'application/json'");
			assertThat(server.bean(CrispWebhookReceiver.class).getRejectionCounts()).containsEntry("media_type", 1L);
		}
	}

	@ParameterizedTest
	@EnumSource
	void lostConnectionIsLoggedAsWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0])) {
			try (SlowRequest request = new SlowRequest(server, SlowRequest.GENUINE, 10)) {
				request.drip();
			}
			await().untilAsserted(() -> assertThat(output.getOut().lines())
				.anyMatch((line) -> line.contains("WARN") && line.contains("the body could not be received")));
		}
	}

	@ParameterizedTest
	@EnumSource
	void unfinishedEventThatIsNotAcknowledgedIsLoggedAsWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0],
				"crisp.webhook.acknowledge=after-handling-only", "crisp.webhook.acknowledge-timeout=100ms")) {
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(503);
			assertWarned(output, 503, "the listeners take longer than 'crisp.webhook.acknowledge-timeout'");
			// The shutdown waits for the event
			handled.tryEmitEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void failedListenerIsLoggedAsError(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0])) {
			server.application().handling = Mono.error(new IllegalStateException("The reason"));
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(500);
			assertThat(output.getOut().lines())
				.anyMatch((line) -> line.contains("ERROR") && line.contains("Failed to handle event 'message:send'"));
			assertThat(output.getOut()).contains("IllegalStateException: The reason");
		}
	}

	@Test
	void keyIsNotLoggedIfFilterFails(CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.NETTY, new Class<?>[] { FailingFilter.class },
				"crisp.webhook.key=verysecretkey", "logging.level.org.springframework.web=off",
				"logging.level.reactor.netty=off")) {
			server.send("/crisp/webhook?key=verysecretkey", WebhookServer.unsigned(WebhookServer.webhook()));
			await().until(() -> output.getAll().contains("A webhook did not reach the endpoint"));
		}
		assertThat(output.getAll()).contains("ResponseStatusException").doesNotContain("verysecretkey");
	}

	private static void status(WebhookServer server, int length) throws Exception {
		try (SlowRequest request = new SlowRequest(server, SlowRequest.GENUINE, length)) {
			assertThat(HttpStatus.valueOf(request.status()).is4xxClientError()).isTrue();
		}
	}

	private static void assertWarned(CapturedOutput output, int status, String reason) {
		assertThat(output.getOut().lines()).as(reason)
			.anyMatch((line) -> line.contains("WARN")
					&& line.contains("Webhook rejected with status " + status + ": " + reason));
	}

	@Configuration(proxyBeanMethods = false)
	static class FailingFilter {

		@Bean
		WebFilter failing() {
			return (exchange, chain) -> {
				exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
				return exchange.getResponse()
					.setComplete()
					.then(Mono.error(new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS)));
			};
		}

	}

}
