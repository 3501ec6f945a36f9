package io.github.crispspring.webhook;

import io.github.crispspring.webhook.WebhookServer.Kind;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests with failing observation handlers.
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
				new Class<?>[] { FailingScopes.class, WebhookFilterTests.rejectingFilter(kind) })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(403);
			assertThat(server.application().events).isEmpty();
		}
		finally {
			FailingScopes.moment = "never";
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

}
