package io.github.crispspring.webhook;

import io.github.crispspring.webhook.WebhookServer.Kind;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the propagation of traces from requests to listeners.
 */
class WebhookTraceTests {

	@ParameterizedTest
	@EnumSource
	void handlingIsPartOfRequestTrace(Kind kind) throws Exception {
		Class<?>[] observed = { Observed.class };
		try (WebhookServer server = WebhookServer.start(kind, observed)) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			TestObservationRegistryAssert.assertThat(server.bean(TestObservationRegistry.class))
				.hasObservationWithNameEqualTo("crisp.event")
				.that()
				.hasBeenStopped()
				.hasParentObservationContextSatisfying(
						(parent) -> assertThat(parent.getName()).isEqualTo("http.server.requests"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void observationOfRequestContainsPathOfEndpoint(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { Observed.class })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			TestObservationRegistry registry = server.bean(TestObservationRegistry.class);
			await().untilAsserted(() -> TestObservationRegistryAssert.assertThat(registry)
				.hasObservationWithNameEqualTo("http.server.requests")
				.that()
				.hasLowCardinalityKeyValue("uri", "/crisp/webhook"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void handlingOfEventReceivedInPartsIsPartOfRequestTrace(Kind kind) throws Exception {
		byte[] webhook = WebhookServer.webhook();
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { Observed.class });
				SlowRequest request = new SlowRequest(server, SlowRequest.headers(webhook), webhook.length)) {
			TestObservationRegistry registry = server.bean(TestObservationRegistry.class);
			await().untilAsserted(() -> TestObservationRegistryAssert.assertThat(registry)
				.hasObservationWithNameEqualTo("http.server.requests"));
			request.send(webhook);
			assertThat(request.status()).isEqualTo(200);
			TestObservationRegistryAssert.assertThat(registry)
				.hasObservationWithNameEqualTo("crisp.event")
				.that()
				.hasBeenStopped()
				.hasParentObservationContextSatisfying(
						(parent) -> assertThat(parent.getName()).isEqualTo("http.server.requests"));
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Observed {

		@Bean
		TestObservationRegistry observationRegistry() {
			return TestObservationRegistry.create();
		}

	}

}
