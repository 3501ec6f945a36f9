package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.dispatch.CrispEventContext;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.dispatch.DefaultCrispEventObservationConvention;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is observed of the handling of events.
 */
class EventObservationTests {

	@RegisterExtension
	static WireMockExtension crisp = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=" + crisp.baseUrl(),
				"crisp.rtm.enabled=false");

	@BeforeEach
	void acceptReplies() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
	}

	@ParameterizedTest
	@CsvSource({ "message:send, s, message:send, typed", "message:send, , message:send, unfit",
			"moon:landed, s, unknown, unknown" })
	void eventsAreObservedByNameTransportAndReading(String event, String session, String name, String reading) {
		run(Quiet.class, (context) -> {
			dispatch(context, event, session).block(Duration.ofSeconds(10));
			observations(context).hasNumberOfObservationsWithNameEqualTo("crisp.event", 1)
				.hasObservationWithNameEqualTo("crisp.event")
				.that()
				.hasBeenStarted()
				.hasBeenStopped()
				.doesNotHaveError()
				.hasOnlyKeys("crisp.event.name", "crisp.event.transport", "crisp.event.reading")
				.hasLowCardinalityKeyValue("crisp.event.name", name)
				.hasLowCardinalityKeyValue("crisp.event.transport", "webhook")
				.hasLowCardinalityKeyValue("crisp.event.reading", reading);
		});
	}

	@Test
	void failureIsObserved() {
		run(Failing.class, (context) -> {
			dispatch(context, "message:send", "s").onErrorComplete().block(Duration.ofSeconds(10));
			observations(context).hasObservationWithNameEqualTo("crisp.event")
				.that()
				.hasBeenStopped()
				.hasError()
				.thenError()
				.isInstanceOf(IllegalStateException.class);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Blocking.class, Reactive.class, Replying.class })
	void callsOfAListenerAreObservedAsPartOfTheHandling(Class<?> listener) {
		run(listener, (context) -> {
			dispatch(context, "message:send", "s").block(Duration.ofSeconds(10));
			observations(context).hasObservationWithNameEqualTo("crisp.rest")
				.that()
				.hasParentObservationContextSatisfying(
						(parent) -> assertThat(parent).isInstanceOf(CrispEventContext.class));
		});
	}

	@Test
	void handlingIsPartOfWhatBroughtTheEvent() {
		run(Quiet.class, (context) -> {
			Observation request = Observation.createNotStarted("request", context.getBean(ObservationRegistry.class));
			request.observe(() -> dispatch(context, "message:send", "s")).block(Duration.ofSeconds(10));
			observations(context).hasObservationWithNameEqualTo("crisp.event")
				.that()
				.hasParentObservationEqualTo(request);
		});
	}

	@Test
	void namesCanBeReplaced() {
		this.contextRunner.withUserConfiguration(Quiet.class).withBean(OtherNames.class).run((context) -> {
			dispatch(context, "message:send", "s").block(Duration.ofSeconds(10));
			observations(context).hasObservationWithNameEqualTo("other.name").that().hasOnlyKeys("other.key");
		});
	}

	private void run(Class<?> listeners, ContextConsumer<AssertableApplicationContext> test) {
		this.contextRunner.withUserConfiguration(listeners).run(test);
	}

	private static TestObservationRegistryAssert observations(AssertableApplicationContext context) {
		return TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class));
	}

	private static Mono<Void> dispatch(AssertableApplicationContext context, String name, String session) {
		JsonNode raw = CrispJson.mapper()
			.valueToTree(
					(session != null) ? Map.of("website_id", "w", "session_id", session) : Map.of("website_id", "w"));
		CrispEvent event = context.getBean(CrispEventReader.class).read(name, null, raw);
		return context.getBean(CrispEventDispatcher.class)
			.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, raw));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

		@Bean
		TestObservationRegistry observationRegistry() {
			return TestObservationRegistry.create();
		}

		@Bean
		CrispListenerErrorHandler quietErrorHandler() {
			return (failure, event, delivery) -> {
			};
		}

	}

	static class Quiet {

		@CrispListener
		void on(CrispEvent event) {
		}

	}

	static class Failing {

		@CrispListener
		void on(MessageSend event) {
			throw new IllegalStateException("failing");
		}

	}

	static class Blocking {

		@CrispListener
		void on(MessageSend event, ReactiveCrispConversation conversation) {
			conversation.note("Seen").block(Duration.ofSeconds(10));
		}

	}

	static class Reactive {

		@CrispListener
		Mono<Void> on(MessageSend event, ReactiveCrispConversation conversation) {
			return Mono.delay(Duration.ofMillis(1)).then(conversation.note("Seen")).then();
		}

	}

	static class Replying {

		@CrispListener
		String on(MessageSend event) {
			return "Hello";
		}

	}

	static class OtherNames extends DefaultCrispEventObservationConvention {

		@Override
		public String getName() {
			return "other.name";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(CrispEventContext context) {
			return KeyValues.of("other.key", "value");
		}

	}

}
