package io.github.crispspring.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.WebhookServer.Kind;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.util.ContentCachingResponseWrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests with filters of an application that reject a webhook or fail.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookFilterTests {

	/**
	 * If a test fails, the server does not wait for a request that never ends.
	 */
	private static final String IMMEDIATE_SHUTDOWN = "server.shutdown=immediate";

	@ParameterizedTest
	@EnumSource
	void rejectionByAFilterIsAWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { rejectingFilter(kind) })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(403);
			await().untilAsserted(() -> assertThat(output.getOut().lines()).anyMatch((line) -> line.contains("WARN")
					&& line.contains("A webhook did not reach the endpoint: it was rejected with 403")));
		}
	}

	@ParameterizedTest
	@EnumSource
	void requestThatCannotBeAWebhookIsRejectedWithoutAWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { rejectingFilter(kind) })) {
			assertThat(server.send("/crisp/webhook", HttpRequest.Builder::GET).statusCode()).isEqualTo(403);
		}
		// The server has stopped, so that the request has ended
		assertThat(output.getOut()).doesNotContain("did not reach the endpoint");
	}

	@ParameterizedTest
	@EnumSource
	void failureOfARequestThatCannotBeAWebhookIsThatOfTheFilter(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { filter(kind) })) {
			Filters.failBefore.set(true);
			HttpResponse<String> response = server.send("/crisp/webhook", HttpRequest.Builder::GET);
			assertThat(response.statusCode()).isEqualTo(500);
			assertThat(response.headers().firstValue("Retry-After")).isEmpty();
		}
		assertThat(output.getOut()).doesNotContain("did not reach the endpoint");
	}

	static Class<?> rejectingFilter(Kind kind) {
		return (kind != Kind.NETTY) ? RejectingFilter.class : RejectingWebFilter.class;
	}

	@ParameterizedTest
	@EnumSource
	void webhookIsRequestedAgainIfAFilterFailsBeforeTheEndpoint(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { filter(kind) })) {
			byte[] webhook = WebhookServer.webhook();
			Filters.failBefore.set(true);
			HttpResponse<String> first = server.send(webhook);
			assertThat(first.statusCode()).isEqualTo(503);
			assertThat(first.headers().firstValue("Retry-After")).isPresent();
			Filters.failBefore.set(false);
			assertThat(server.send(webhook).statusCode()).isEqualTo(200);
			assertThat(server.application().events).hasSize(1);
			assertThat(output.getOut().lines())
				.anyMatch((line) -> line.contains("WARN")
						&& line.contains("A webhook did not reach the endpoint: a filter failed with "
								+ "java.lang.IllegalStateException at")
						&& line.contains("WebhookFilterTests"))
				.noneMatch((line) -> line.contains("it was rejected with 503"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void filterThatFailsWhileTheRequestIsSuspendedDoesNotChangeTheResponse(Kind kind, CapturedOutput output)
			throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { filter(kind) }, IMMEDIATE_SHUTDOWN)) {
			Filters.failAfter.set(true);
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			CompletableFuture<HttpResponse<String>> response = server.sendAsync(WebhookServer.webhook());
			await().until(() -> response.isDone() || output.getOut().contains("A filter failed"));
			// Completes the event in any case, so that the server can stop
			handled.tryEmitEmpty();
			assertThat(output.getOut()).contains("A filter failed with java.lang.IllegalStateException");
			assertThat(response.get(WaitLimit.SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource
	void filterFailingAfterResponseDoesNotChangeIt(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { filter(kind) },
				"crisp.webhook.acknowledge=on-receipt", IMMEDIATE_SHUTDOWN)) {
			Filters.failAfter.set(true);
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void responseOfTheEndpointIsSentIfAFilterThatBuffersItFails(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { BufferingFilter.class })) {
			// With 'Content-Length: 0', which a GET does not have, the request is not
			// suspended
			HttpResponse<String> response = server.send("/crisp/webhook",
					(request) -> request.PUT(HttpRequest.BodyPublishers.noBody()));
			assertThat(response.statusCode()).isEqualTo(405);
			assertThat(response.body()).contains("Only POST is supported.");
		}
	}

	@Test
	void reactiveFilterMayRejectWithAnException(CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.NETTY, new Class<?>[] { ForbiddingWebFilter.class })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(403);
			await().until(() -> output.getOut().contains("it was rejected with 403"));
		}
	}

	@Test
	void warningDoesNotReplaceAnotherOne(CapturedOutput output) {
		WebhookFailures failures = new WebhookFailures();
		failures.afterwards(new IllegalStateException());
		failures.before(new IllegalStateException());
		failures.before(new IllegalArgumentException());
		failures.before(new UnsupportedOperationException());
		failures.rejected(403);
		failures.rejected(403);
		failures.rejected(404);
		assertThat(output.getOut().lines().filter((line) -> line.contains("WARN"))).hasSize(6);
	}

	private static Class<?> filter(Kind kind) {
		return (kind != Kind.NETTY) ? FailingFilter.class : FailingWebFilter.class;
	}

	/**
	 * When the filters fail.
	 */
	static final class Filters {

		static final AtomicBoolean failBefore = new AtomicBoolean();

		static final AtomicBoolean failAfter = new AtomicBoolean();

		private Filters() {
		}

		static void reset() {
			failBefore.set(false);
			failAfter.set(false);
		}

		static void fail(AtomicBoolean moment) {
			if (moment.get()) {
				throw new IllegalStateException("The filter failed");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingFilter {

		@Bean
		Filter filter() {
			Filters.reset();
			return (request, response, chain) -> {
				Filters.fail(Filters.failBefore);
				chain.doFilter(request, response);
				Filters.fail(Filters.failAfter);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingWebFilter {

		@Bean
		WebFilter filter() {
			Filters.reset();
			return (exchange, chain) -> {
				Filters.fail(Filters.failBefore);
				return chain.filter(exchange).then(Mono.fromRunnable(() -> Filters.fail(Filters.failAfter)));
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BufferingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				chain.doFilter(request, new ContentCachingResponseWrapper((HttpServletResponse) response));
				throw new IllegalStateException("The filter failed");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ForbiddingWebFilter {

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RejectingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> ((HttpServletResponse) response).setStatus(403);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RejectingWebFilter {

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> {
				exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
				return exchange.getResponse().setComplete();
			};
		}

	}

}
