package io.github.crispspring.listener;

import java.time.Duration;
import java.util.Map;

import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.dispatch.CrispEventContext;
import io.github.crispspring.dispatch.DefaultCrispEventObservationConvention;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Observations of the handling of events.
 */
class EventObservationTests {

	@RegisterExtension
	static final ListenerTester crisp = new ListenerTester();

	@ParameterizedTest
	@CsvSource({ "message:send, s, message:send, typed", "message:send, , message:send, malformed",
			"moon:landed, s, unknown, unknown" })
	void eventsAreObservedByNameTransportAndReading(String event, @Nullable String session, String name,
			String reading) {
		crisp.with(Observed.class, Quiet.class).run((context) -> {
			ObjectNode json = CrispJson.mapper().createObjectNode().put("website_id", "w");
			if (session != null) {
				json.put("session_id", session);
			}
			ListenerTester.send(context, event, json).block(WaitLimit.DURATION);
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
		crisp.with(Observed.class, ListenerTester.Failures.class, Failing.class).run((context) -> {
			assertThat(ListenerTester.outcome(context, "message:send", Map.of()))
				.isInstanceOf(IllegalStateException.class);
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
		crisp.with(Observed.class, listener).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of());
			observations(context).hasObservationWithNameEqualTo("crisp.rest")
				.that()
				.hasParentObservationContextSatisfying(
						(parent) -> assertThat(parent).isInstanceOf(CrispEventContext.class));
		});
	}

	@Test
	void handlingIsPartOfTheRequestThatDeliveredTheEvent() {
		crisp.with(Observed.class, Quiet.class).run((context) -> {
			Observation request = Observation.createNotStarted("request", context.getBean(ObservationRegistry.class));
			request.observe(() -> ListenerTester.send(context, "message:send", Map.of())).block(WaitLimit.DURATION);
			observations(context).hasObservationWithNameEqualTo("crisp.event")
				.that()
				.hasParentObservationEqualTo(request);
		});
	}

	@Test
	void namesCanBeReplaced() {
		crisp.with(Observed.class, Quiet.class).withBean(OtherNames.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of());
			observations(context).hasObservationWithNameEqualTo("other.name").that().hasOnlyKeys("other.key");
		});
	}

	private static TestObservationRegistryAssert observations(AssertableApplicationContext context) {
		return TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Observed {

		@Bean
		TestObservationRegistry observationRegistry() {
			return TestObservationRegistry.create();
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
			conversation.note("Seen").block(WaitLimit.DURATION);
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
