package io.github.crispspring.client;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.model.ConversationState;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests {@link CrispRetry}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispRetryTests {

	private static final CrispRetry QUICK = new CrispRetry(3, Duration.ofMillis(2), Duration.ofMillis(10),
			Duration.ofSeconds(60));

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final ReactiveWebsiteClient website = client(QUICK);

	@ParameterizedTest
	@ValueSource(ints = { 408, 420, 429, 500, 502, 503, 504, 521 })
	void readIsRetriedOnATransientStatus(int status) {
		failThenSucceed(2, aResponse().withStatus(status));
		assertThat(this.website.getConversationState("w", "s").block().state()).isEqualTo(ConversationState.RESOLVED);
		crisp.verify(3, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@CsvSource({ "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK" })
	void readIsRetriedWhenTheConnectionBreaks(Fault fault) {
		failThenSucceed(2, aResponse().withFault(fault));
		assertThat(this.website.getConversationState("w", "s").block().state()).isEqualTo(ConversationState.RESOLVED);
	}

	@Test
	void deletionAndCheckAreRetried() {
		failThenSucceed(1, aResponse().withStatus(503));
		this.website.removeConversation("w", "s").block();
		crisp.verify(2, anyRequestedFor(anyUrl()));
		failThenSucceed(1, aResponse().withStatus(503));
		assertThat(this.website.checkConversationExists("w", "s").block()).isTrue();
	}

	@Test
	void callFailsWithTheErrorOfTheLastAttempt() {
		failThenSucceed(3, aResponse().withStatus(503));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.getConversationState("w", "s").block())
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(503));
		crisp.verify(3, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 423, 501 })
	void permanentErrorIsNotRetried(int status) {
		failThenSucceed(1, aResponse().withStatus(status));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.getConversationState("w", "s").block());
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 420, 429 })
	void messageIsRetriedAfterARateLimit(int status) {
		failThenSucceed(2, aResponse().withStatus(status));
		this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi")).block();
		crisp.verify(3, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 423, 500, 502, 503, 504, 521 })
	void messageThatMayHaveBeenSentIsNotRetried(int status) {
		failThenSucceed(1, aResponse().withStatus(status));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi")).block());
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void messageIsNotRetriedWhenTheConnectionBreaks() {
		failThenSucceed(1, aResponse().withFault(Fault.EMPTY_RESPONSE));
		assertThatExceptionOfType(CrispTransportException.class)
			.isThrownBy(() -> this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi")).block());
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> {
			failThenSucceed(1, aResponse().withStatus(500));
			this.website.changeConversationState("w", "s", ConversationState.RESOLVED).block();
		});
		crisp.verify(2, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void messageIsSentOnceByEveryHttpClientWhenAConnectionInUseBreaks(Fault fault) {
		for (ClientHttpConnector connector : List.of(new ReactorClientHttpConnector(), new JdkClientHttpConnector())) {
			ReactiveWebsiteClient client = client(WebClient.builder().clientConnector(connector), QUICK);
			failThenSucceed(0, aResponse());
			client.getConversationState("w", "s").block();
			crisp.resetRequests();
			failThenSucceed(1, aResponse().withFault(fault));
			assertThatExceptionOfType(CrispTransportException.class)
				.isThrownBy(() -> client.sendMessageInConversation("w", "s", MessageContent.text("Hi")).block());
			crisp.verify(1, anyRequestedFor(anyUrl()));
		}
	}

	@Test
	void messageIsRetriedIfNoConnectionWasEstablished(CapturedOutput output) throws Exception {
		int freePort;
		try (ServerSocket socket = new ServerSocket(0)) {
			freePort = socket.getLocalPort();
		}
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel(CrispRetry.class.getName(), LogLevel.DEBUG);
		try {
			ReactiveWebsiteClient unreachable = CrispRest.builder(WebClient.builder())
				.baseUrl(URI.create("http://localhost:" + freePort))
				.credentials(new CrispCredentials("identifier", "key"))
				.retry(QUICK)
				.build()
				.client(ReactiveWebsiteClient.class);
			assertThatExceptionOfType(CrispTransportException.class).isThrownBy(
					() -> unreachable.sendMessageInConversation("w", "s", MessageContent.text("swordfish")).block());
		}
		finally {
			logging.setLogLevel(CrispRetry.class.getName(), null);
		}
		assertThat(output).contains("Attempt 1 of 3 failed; retrying in")
			.contains("Attempt 2 of 3 failed")
			.doesNotContain("Attempt 3 of 3")
			.doesNotContain("swordfish");
	}

	@Test
	void everyAttemptIsObserved() {
		ObservationRegistry observations = ObservationRegistry.create();
		AtomicInteger observed = new AtomicInteger();
		observations.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStart(Observation.Context context) {
				observed.incrementAndGet();
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		failThenSucceed(2, aResponse().withStatus(503));
		client(WebClient.builder().observationRegistry(observations), QUICK).getConversationState("w", "s").block();
		assertThat(observed).hasValue(3);
	}

	@Test
	void requestedDelayIsObserved() {
		failThenSucceed(1, aResponse().withStatus(429).withHeader("Retry-After", "1"));
		long start = System.nanoTime();
		assertThat(this.website.getConversationState("w", "s").block()).isNotNull();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void excessiveRequestedDelayFailsTheCallImmediately() {
		failThenSucceed(1, aResponse().withStatus(429).withHeader("Retry-After", "61"));
		assertThatExceptionOfType(CrispRateLimitException.class)
			.isThrownBy(() -> this.website.getConversationState("w", "s").block())
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(61)));
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void retryCanBeDisabled() {
		failThenSucceed(1, aResponse().withStatus(503));
		assertThatExceptionOfType(CrispApiException.class)
			.isThrownBy(() -> client(CrispRetry.none()).getConversationState("w", "s").block());
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	private static void failThenSucceed(int failures, ResponseDefinitionBuilder failure) {
		crisp.resetScenarios();
		String state = Scenario.STARTED;
		for (int i = 0; i < failures; i++) {
			String next = "after failure " + (i + 1);
			crisp.stubFor(any(anyUrl()).inScenario("retry")
				.whenScenarioStateIs(state)
				.willReturn(failure)
				.willSetStateTo(next));
			state = next;
		}
		crisp.stubFor(WireMock.any(anyUrl())
			.inScenario("retry")
			.whenScenarioStateIs(state)
			.willReturn(okJson("{\"data\":{\"state\":\"resolved\",\"fingerprint\":1}}")));
	}

	private static ReactiveWebsiteClient client(CrispRetry retry) {
		return client(WebClient.builder(), retry);
	}

	private static ReactiveWebsiteClient client(WebClient.Builder webClient, CrispRetry retry) {
		return RestTester.connectTo(crisp, webClient)
			.redirectsDisabled()
			.retry(retry)
			.build()
			.client(ReactiveWebsiteClient.class);
	}

}
