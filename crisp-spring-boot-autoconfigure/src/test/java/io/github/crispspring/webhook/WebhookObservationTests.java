package io.github.crispspring.webhook;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.WebhookServer.Kind;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Sinks;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests with failing observation handlers and filters.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookObservationTests {

	@ParameterizedTest
	@CsvSource({ "opened, IllegalStateException", "opened, StackOverflowError", "closed, IllegalStateException",
			"closed, NoClassDefFoundError" })
	void failingScopeHandlerDoesNotAffectWebhook(String moment, String failure, CapturedOutput output)
			throws Exception {
		FailingScopes.moment = moment;
		FailingScopes.failure = failure;
		try (WebhookServer server = WebhookServer.start(Kind.NETTY, new Class<?>[] { FailingScopes.class })) {
			byte[] webhook = WebhookServer.webhook();
			assertThat(server.send(webhook).statusCode()).isEqualTo(200);
			assertThat(server.send(webhook).statusCode()).isEqualTo(200);
			assertThat(server.application().events).hasSize(1);
			assertThat(output.getOut()).contains("An observation handler failed; the request is handled regardless")
				.contains(failure);
		}
		finally {
			FailingScopes.moment = "never";
		}
	}

	@Test
	void observationDoesNotRemainCurrentIfHandlerFails() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new FailingScopes().failingHandler());
		for (String moment : new String[] { "opened", "closed" }) {
			FailingScopes.moment = moment;
			FailingScopes.failure = "IllegalStateException";
			Observation observation = Observation.start("request", registry);
			WebhookScope scope = WebhookScope.open(observation);
			assertThat(registry.getCurrentObservation()).isSameAs(observation);
			scope.close();
			assertThat(registry.getCurrentObservation()).isNull();
		}
		FailingScopes.moment = "never";
	}

	@ParameterizedTest
	@CsvSource({ "TOMCAT, started", "TOMCAT, opened", "TOMCAT, closed", "TOMCAT, stopped", "JETTY, started",
			"JETTY, opened", "JETTY, closed", "JETTY, stopped", "NETTY, started", "NETTY, stopped" })
	void observationThatAHandlerCannotFollowDoesNotKeepAHookFromBeingHandled(Kind kind, String moment,
			CapturedOutput output) throws Exception {
		FailingScopes.moment = moment;
		FailingScopes.failure = "IllegalStateException";
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { FailingScopes.class })) {
			byte[] webhook = WebhookServer.webhook();
			assertThat(server.send(webhook).statusCode()).isEqualTo(200);
			assertThat(server.application().events).hasSize(1);
			await().untilAsserted(() -> assertThat(output.getOut().lines())
				.anyMatch((line) -> line.contains("WARN") && line.contains("handler failed")));
		}
		finally {
			FailingScopes.moment = "never";
		}
	}

	@ParameterizedTest
	@EnumSource
	void filterStillRejectsAHookWhoseObservationCannotBeStarted(Kind kind, CapturedOutput output) throws Exception {
		FailingScopes.moment = "started";
		FailingScopes.failure = "IllegalStateException";
		try (WebhookServer server = WebhookServer.start(kind,
				new Class<?>[] { FailingScopes.class, rejectingFilter(kind) })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(403);
			assertThat(server.application().events).isEmpty();
		}
		finally {
			FailingScopes.moment = "never";
		}
	}

	@ParameterizedTest
	@EnumSource
	void rejectionByAFilterIsAWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { rejectingFilter(kind) })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(403);
			await().untilAsserted(() -> assertThat(output.getOut().lines()).anyMatch((line) -> line.contains("WARN")
					&& line.contains("A webhook did not reach the endpoint: it was rejected with 403")));
		}
	}

	private static Class<?> rejectingFilter(Kind kind) {
		return (kind != Kind.NETTY) ? RejectingFilter.class : RejectingWebFilter.class;
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void filterThatFailsBeforeTheEndpointIsAWarning(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { FailingBeforeFilter.class })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(500);
			assertThat(output.getOut().lines()).anyMatch((line) -> line.contains("WARN")
					&& line.contains("a filter failed with java.lang.IllegalStateException at")
					&& line.contains("FailingBeforeFilter"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void filterThatFailsWhileTheRequestIsSuspendedDoesNotChangeTheResponse(Kind kind, CapturedOutput output)
			throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { FailingFilter.class })) {
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			CompletableFuture<HttpResponse<String>> response = server.sendAsync(WebhookServer.webhook());
			await().untilAsserted(() -> assertThat(output.getOut().lines()).anyMatch((line) -> line.contains("WARN")
					&& line.contains("A filter failed with java.lang.IllegalStateException")));
			handled.tryEmitEmpty();
			assertThat(response.get(WaitLimit.DURATION.toSeconds(), TimeUnit.SECONDS).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void filterFailingAfterResponseDoesNotChangeIt(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { FailingFilter.class },
				"crisp.webhook.acknowledge=on-receipt")) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class FailingScopes {

		static volatile String moment = "never";

		static volatile String failure = "";

		@Bean
		ObservationRegistry observationRegistry() {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(failingHandler());
			return registry;
		}

		ObservationHandler<Observation.Context> failingHandler() {
			return new ObservationHandler<>() {

				@Override
				public void onStart(Observation.Context context) {
					fail("started");
				}

				@Override
				public void onStop(Observation.Context context) {
					fail("stopped");
				}

				@Override
				public void onScopeOpened(Observation.Context context) {
					fail("opened");
				}

				@Override
				public void onScopeClosed(Observation.Context context) {
					fail("closed");
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return true;
				}

			};
		}

		private static void fail(String at) {
			if (moment.equals(at)) {
				switch (failure) {
					case "StackOverflowError" -> throw new StackOverflowError();
					case "NoClassDefFoundError" -> throw new NoClassDefFoundError("A class");
					default -> throw new IllegalStateException("The handler failed");
				}
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				chain.doFilter(request, response);
				throw new IllegalStateException("The filter failed");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingBeforeFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				throw new IllegalStateException("The filter failed");
			};
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
