package io.github.crispspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.testsupport.WaitLimit;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the observations of calls.
 */
class CallObservationTests {

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final TestObservationRegistry observations = TestObservationRegistry.create();

	private final CrispRest rest = rest(this.observations, null);

	private final ReactiveWebsiteConversationClient conversations = this.rest
		.client(ReactiveWebsiteConversationClient.class);

	@Test
	void callIsObservedWithTheNameOfItsMethod() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		call();
		observed().hasBeenStarted()
			.hasBeenStopped()
			.doesNotHaveError()
			.hasContextualNameEqualTo("crisp getConversation")
			.hasOnlyKeys("crisp.rest.method", "crisp.rest.outcome")
			.hasLowCardinalityKeyValue("crisp.rest.method", "getConversation")
			.hasLowCardinalityKeyValue("crisp.rest.outcome", "success");
	}

	@Test
	void callWithoutClientMethodHasNoMethodName() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		this.rest
			.exchange(HttpMethod.GET, "/v1/thing/{id}", Map.of("id", "secret-id"), Map.of(), null,
					ParameterizedTypeReference.forType(Object.class))
			.block(WaitLimit.DURATION);
		observed().hasContextualNameEqualTo("crisp GET /v1/thing/{id}")
			.hasLowCardinalityKeyValue("crisp.rest.method", "none");
	}

	@ParameterizedTest
	@CsvSource({ "401, unauthorized", "404, not_found", "423, quota_exceeded", "429, rate_limited", "400, client_error",
			"500, server_error", "200, unreadable" })
	void outcomeIsDerivedFromTheStatus(int status, String outcome) {
		crisp.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("{\"data\":\"\"")));
		call();
		observed().hasError().hasLowCardinalityKeyValue("crisp.rest.outcome", outcome);
	}

	@Test
	void failedConnectionIsUnreachable() {
		CrispRest nowhere = CrispRest.builder(WebClient.builder())
			.baseUrl(URI.create("http://localhost:1"))
			.credentials(new CrispCredentials("identifier", "key"))
			.retry(CrispRetry.none())
			.observations(this.observations, null)
			.build();
		nowhere.client(ReactiveWebsiteConversationClient.class)
			.getConversation("w", "s")
			.onErrorComplete()
			.block(WaitLimit.DURATION);
		observed().hasLowCardinalityKeyValue("crisp.rest.outcome", "unreachable");
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, NoSuchMethodError.class })
	void failedObservationHandlersDoNotFailTheCall(Class<? extends Throwable> failure) {
		crisp.stubFor(any(anyUrl()).inScenario("s").willReturn(WireMock.status(429)).willSetStateTo("second"));
		crisp.stubFor(any(anyUrl()).inScenario("s")
			.whenScenarioStateIs("second")
			.willReturn(okJson("{\"data\":{\"session_id\":\"s\"}}")));
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new FailingHandler(failure));
		CrispRest rest = rest(WebClient.builder(), registry, null);
		assertThat(rest.client(ReactiveWebsiteConversationClient.class)
			.getConversation("w", "s")
			.block(WaitLimit.DURATION)
			.sessionId()).isEqualTo("s");
		assertThat(registry.getCurrentObservationScope()).isNull();
	}

	@Test
	void retriesAreEventsOfOneCall() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.status(429)));
		call();
		TestObservationRegistryAssert.assertThat(this.observations)
			.hasNumberOfObservationsWithNameEqualTo("crisp.rest", 1)
			.hasObservationWithNameEqualTo("crisp.rest")
			.that()
			.hasEvent("retry")
			.hasEvent("rate.limited");
		crisp.verify(2, WireMock.anyRequestedFor(anyUrl()));
	}

	@Test
	void cancelledCallIsNotObservedAsASuccess() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(2000)));
		this.conversations.getConversation("w", "s")
			.timeout(Duration.ofMillis(100))
			.onErrorComplete()
			.block(WaitLimit.DURATION);
		observed().hasBeenStopped().doesNotHaveError().hasLowCardinalityKeyValue("crisp.rest.outcome", "cancelled");
	}

	@Test
	void callWithoutContentIsASuccess() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.status(204)));
		this.conversations.removeConversation("w", "s").block(WaitLimit.DURATION);
		observed().hasLowCardinalityKeyValue("crisp.rest.outcome", "success");
	}

	@Test
	void callHasNoOutcomeUntilItEnds() {
		List<String> outcomes = new ArrayList<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<CrispCallContext>() {

			@Override
			public void onEvent(Observation.Event event, CrispCallContext context) {
				outcomes.add(outcome(context));
			}

			@Override
			public void onStop(CrispCallContext context) {
				outcomes.add(outcome(context));
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof CrispCallContext;
			}

			private String outcome(CrispCallContext context) {
				return new DefaultCrispCallObservationConvention().getLowCardinalityKeyValues(context)
					.stream()
					.filter((keyValue) -> keyValue.getKey().equals("crisp.rest.outcome"))
					.findAny()
					.orElseThrow()
					.getValue();
			}

		});
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.status(503)));
		rest(registry, null).client(ReactiveWebsiteConversationClient.class)
			.getConversation("w", "s")
			.onErrorComplete()
			.block(WaitLimit.DURATION);
		assertThat(outcomes).containsExactly("none", "server_error");
	}

	@Test
	void callWithoutSubscriptionIsNotObserved() {
		this.conversations.getConversation("w", "s");
		TestObservationRegistryAssert.assertThat(this.observations).doesNotHaveAnyObservation();
	}

	@Test
	void observationOfTheReactiveContextIsTheParent() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		Observation parent = Observation.start("parent", this.observations);
		this.conversations.getConversation("w", "s")
			.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, parent))
			.block(WaitLimit.DURATION);
		observed().hasParentObservationEqualTo(parent);
	}

	@Test
	void observationOfTheThreadIsTheParentOfABlockingCall() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		Observation parent = Observation.createNotStarted("parent", this.observations);
		parent.observe(this::call);
		observed().hasParentObservationEqualTo(parent);
	}

	@Test
	void requestIsPartOfTheCall() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		call();
		TestObservationRegistryAssert.assertThat(this.observations)
			.hasObservationWithNameEqualTo("http.client.requests")
			.that()
			.hasParentObservationContextSatisfying((parent) -> assertThat(parent).isInstanceOf(CrispCallContext.class));
	}

	@Test
	void observationOfABlockingCallIsCurrentOnTheThread() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		AtomicReference<Observation> found = new AtomicReference<>();
		WebClient.Builder webClient = WebClient.builder().filter((request, next) -> {
			found.set(this.observations.getCurrentObservation());
			return next.exchange(request);
		});
		ReactiveWebsiteConversationClient client = rest(webClient, this.observations, null)
			.client(ReactiveWebsiteConversationClient.class);
		Observation.createNotStarted("parent", this.observations)
			.observe(() -> client.getConversation("w", "s").block(WaitLimit.DURATION));
		assertThat(found.get().getContext()).isInstanceOf(CrispCallContext.class);
	}

	@Test
	void additionalAccountsAreObserved() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		this.rest.mutate()
			.credentials(new CrispCredentials("other", "key"))
			.build()
			.client(ReactiveWebsiteConversationClient.class)
			.getConversation("w", "s")
			.block(WaitLimit.DURATION);
		observed().hasBeenStopped();
	}

	@Test
	void conventionCanBeReplaced() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		rest(this.observations, new OtherNames()).client(ReactiveWebsiteConversationClient.class)
			.getConversation("w", "s")
			.block(WaitLimit.DURATION);
		TestObservationRegistryAssert.assertThat(this.observations)
			.hasObservationWithNameEqualTo("other.name")
			.that()
			.hasOnlyKeys("other.key");
	}

	private void call() {
		this.conversations.getConversation("w", "s").onErrorResume((ex) -> Mono.empty()).block(WaitLimit.DURATION);
	}

	private TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert observed() {
		return TestObservationRegistryAssert.assertThat(this.observations)
			.hasObservationWithNameEqualTo("crisp.rest")
			.that();
	}

	private static CrispRest rest(ObservationRegistry observations, CrispCallObservationConvention convention) {
		return rest(WebClient.builder().observationRegistry(observations), observations, convention);
	}

	private static CrispRest rest(WebClient.Builder webClient, ObservationRegistry observations,
			CrispCallObservationConvention convention) {
		return RestTester.connectTo(crisp, webClient)
			.retry(new CrispRetry(2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1)))
			.observations(observations, convention)
			.build();
	}

	/**
	 * Handler whose methods all fail.
	 */
	private record FailingHandler(Class<? extends Throwable> failure) implements ObservationHandler<CrispCallContext> {

		private void fail() {
			ReflectionUtils.rethrowRuntimeException(BeanUtils.instantiateClass(this.failure));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof CrispCallContext;
		}

		@Override
		public void onStart(CrispCallContext context) {
			fail();
		}

		@Override
		public void onScopeOpened(CrispCallContext context) {
			fail();
		}

		@Override
		public void onScopeClosed(CrispCallContext context) {
			fail();
		}

		@Override
		public void onError(CrispCallContext context) {
			fail();
		}

		@Override
		public void onEvent(Observation.Event event, CrispCallContext context) {
			fail();
		}

		@Override
		public void onStop(CrispCallContext context) {
			fail();
		}

	}

	private static final class OtherNames extends DefaultCrispCallObservationConvention {

		@Override
		public String getName() {
			return "other.name";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(CrispCallContext context) {
			return KeyValues.of("other.key", "value");
		}

	}

}
