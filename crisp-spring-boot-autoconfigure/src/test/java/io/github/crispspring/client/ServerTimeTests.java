package io.github.crispspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests {@link CrispRest#captureServerTime} and clients with another retry policy.
 */
class ServerTimeTests {

	private static final String DATE = "Wed, 25 Nov 2026 12:00:00 GMT";

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final CrispRest rest = RestTester.connectTo(crisp)
		.retry(new CrispRetry(3, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO))
		.build();

	private final List<Instant> times = new CopyOnWriteArrayList<>();

	@Test
	void timeOfTheResponseIsReported() {
		respond(list().withHeader("Date", DATE));
		assertThat(read()).hasSize(1);
		assertThat(this.times).containsExactly(Instant.parse("2026-11-25T12:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "60, 2026-11-25T12:01:00Z", "-1, 2026-11-25T12:00:00Z", "x, 2026-11-25T12:00:00Z" })
	void ageOfACachedResponseIsAdded(String age, Instant time) {
		respond(list().withHeader("Date", DATE).withHeader("Age", age));
		read();
		assertThat(this.times).containsExactly(time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "now", "2026-11-25", "0" })
	void malformedTimeIsNotReported(String date) {
		respond(list().withHeader("Date", date));
		assertThat(read()).hasSize(1);
		assertThat(this.times).isEmpty();
	}

	@Test
	void clientWithAnotherRetryHasTheSameCredentials() {
		respond(WireMock.serverError());
		CrispRest once = this.rest.withRetry(CrispRetry.none());
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> list(once).blockLast());
		crisp.verify(1,
				WireMock.anyRequestedFor(WireMock.anyUrl()).withBasicAuth(new BasicCredentials("identifier", "key")));
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> list(this.rest).blockLast());
		crisp.verify(4, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	private List<Conversation> read() {
		return CrispRest.captureServerTime(list(this.rest), this.times::add).collectList().block(WaitLimit.DURATION);
	}

	private static Flux<Conversation> list(CrispRest rest) {
		return rest.client(ReactiveWebsiteConversationClient.class).listConversations("w", 1);
	}

	private static void respond(ResponseDefinitionBuilder response) {
		crisp.stubFor(get(WireMock.anyUrl()).willReturn(response));
	}

	private static ResponseDefinitionBuilder list() {
		return okJson("{\"error\":false,\"reason\":\"listed\",\"data\":[{\"website_id\":\"w\",\"session_id\":\"s\"}]}");
	}

}
