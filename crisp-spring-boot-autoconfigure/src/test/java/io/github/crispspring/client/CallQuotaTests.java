package io.github.crispspring.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.CrispClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.WebsiteClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Number of calls, and the limits of the application.
 */
@ExtendWith(OutputCaptureExtension.class)
class CallQuotaTests {

	private static final CrispRoute ROUTE = new CrispRoute("GET", "/v1/website/{websiteId}", null);

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T23:59:59.999Z"));

	private final InstantSource clock = this.now::get;

	@BeforeEach
	void respond() {
		crisp.stubFor(
				any(anyUrl()).willReturn(okJson("{\"data\":{\"website_id\":\"w\",\"name\":\"n\",\"domain\":\"d\"}}")));
	}

	@Test
	void callsAreCounted() {
		CrispRest rest = RestTester.connectTo(crisp).build();
		call(rest);
		call(rest);
		assertThat(rest.getCallsToday()).isEqualTo(2);
	}

	@Test
	void eachAttemptCounts() {
		crisp.stubFor(any(anyUrl()).willReturn(serverError()));
		CrispRest rest = RestTester.connectTo(crisp)
			.retry(new CrispRetry(3, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1)))
			.build();
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> call(rest));
		assertThat(rest.getCallsToday()).isEqualTo(3);
	}

	@Test
	void responseFromTheCacheOfCrispDoesNotCount() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}").withHeader("Bloom-Status", "HIT")));
		CrispRest rest = RestTester.connectTo(crisp).build();
		call(rest);
		assertThat(rest.getCallsToday()).isZero();
	}

	@Test
	void requestThatWasNotSentDoesNotCount() {
		CrispRest rest = RestTester.connectTo("http://localhost:1").retry(CrispRetry.none()).build();
		assertThatExceptionOfType(CrispTransportException.class).isThrownBy(() -> call(rest));
		assertThat(rest.getCallsToday()).isZero();
	}

	@Test
	void callBeyondTheBudgetFailsAndIsNotMade() {
		CrispRest rest = RestTester.connectTo(crisp).dailyBudget(1).build();
		call(rest);
		assertThatExceptionOfType(CrispCallLimitException.class).isThrownBy(() -> call(rest))
			.withMessageContaining("'crisp.rest.daily-budget'");
		assertThat(crisp.getAllServeEvents()).hasSize(1);
		assertThat(rest.getCallsToday()).isEqualTo(1);
	}

	@Test
	void callsOfADerivedClientCountForBoth() {
		CrispRest rest = RestTester.connectTo(crisp).build();
		CrispRest export = rest.mutate().dailyBudget(1).build();
		call(export);
		assertThatExceptionOfType(CrispCallLimitException.class).isThrownBy(() -> call(export));
		call(rest);
		assertThat(rest.getCallsToday()).isEqualTo(2);
		assertThat(export.getCallsToday()).isEqualTo(1);
	}

	@Test
	void callsOfAnotherAccountCountForItOnly() {
		CrispRest rest = RestTester.connectTo(crisp).build();
		CrispRest other = rest.mutate().credentials(new CrispCredentials("other", "key")).build();
		call(other);
		assertThat(rest.getCallsToday()).isZero();
		assertThat(other.getCallsToday()).isEqualTo(1);
	}

	@Test
	void clientWithAnotherRetryPolicySharesTheQuota() {
		CrispRest rest = RestTester.connectTo(crisp).build();
		call(rest.withRetry(CrispRetry.none()));
		assertThat(rest.getCallsToday()).isEqualTo(1);
	}

	@Test
	void budgetIsRenewedAtMidnight() {
		CallQuota quota = quota(1, null);
		acquire(quota);
		assertThatExceptionOfType(CrispCallLimitException.class).isThrownBy(() -> acquire(quota));
		this.now.set(Instant.parse("2026-01-02T00:00:00Z"));
		acquire(quota);
		assertThat(quota.callsToday()).isEqualTo(1);
	}

	@Test
	void callThatEndsAfterMidnightIsNotSubtractedFromTheNextDay() {
		CallQuota quota = quota(null, null);
		CallQuota.Permit permit = acquire(quota);
		this.now.set(Instant.parse("2026-01-02T00:00:00Z"));
		permit.cancel();
		assertThat(quota.callsToday()).isZero();
	}

	@Test
	void warningIsLoggedOnceBeforeTheBudgetIsUsedUp(CapturedOutput output) {
		CallQuota quota = quota(10, null);
		for (int i = 0; i < 7; i++) {
			acquire(quota);
		}
		assertThat(output).doesNotContain("REST calls were made today");
		acquire(quota);
		acquire(quota);
		assertThat(output).containsOnlyOnce("8 REST calls were made today, which is 80% of the daily budget");
	}

	@Test
	void warningIsLoggedBeforeTheQuotaOfThePluginIsUsedUp(CapturedOutput output) {
		CallQuota quota = quota(null, null);
		for (int i = 0; i < 4000; i++) {
			acquire(quota);
		}
		assertThat(output).containsOnlyOnce("4000 REST calls were made today, which is 80% of the daily quota");
	}

	@Test
	void callsAreDelayed() {
		CallQuota quota = quota(null, 1);
		assertThat(acquire(quota).delay()).isZero();
		assertThat(acquire(quota).delay()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
		assertThat(acquire(quota).delay()).isGreaterThan(Duration.ofMillis(1))
			.isLessThanOrEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void callThatWouldWaitTooLongFails() {
		CallQuota quota = quota(null, 1);
		assertThatExceptionOfType(CrispCallLimitException.class).isThrownBy(() -> {
			for (int i = 0; i < 1000; i++) {
				acquire(quota);
			}
		}).withMessageContaining("'crisp.rest.max-calls-per-second'");
		assertThat(quota.callsToday()).isLessThan(1000);
	}

	@Test
	void clientOfTheApplicationCanBeLimited() {
		CrispClient export = CrispClient.builder()
			.baseUrl(URI.create(crisp.baseUrl()))
			.credentials(new CrispCredentials("identifier", "key"))
			.dailyBudget(1)
			.maxCallsPerSecond(1000)
			.build();
		export.website().getWebsite("w");
		assertThatExceptionOfType(CrispCallLimitException.class).isThrownBy(() -> export.website().getWebsite("w"));
	}

	@Test
	void rejectedCallsOfADerivedClientDoNotDelayTheOthers() {
		CrispRest rest = RestTester.connectTo(crisp).maxCallsPerSecond(10).build();
		CrispRest export = rest.mutate().dailyBudget(1).build();
		call(export);
		for (int i = 0; i < 700; i++) {
			assertThatExceptionOfType(CrispCallLimitException.class).isThrownBy(() -> call(export));
		}
		assertThat(rest.client(ReactiveWebsiteClient.class).getWebsite("w").block(Duration.ofSeconds(30))).isNotNull();
		assertThat(rest.getCallsToday()).isEqualTo(2);
	}

	@Test
	void waitingCallsOfADerivedClientDoNotDelayTheOthers() {
		CrispRest rest = RestTester.connectTo(crisp).maxCallsPerSecond(2).build();
		CrispRest export = rest.mutate().maxCallsPerSecond(1).build();
		Disposable exporting = Flux.range(0, 60)
			.flatMap((number) -> export.client(ReactiveWebsiteClient.class).getWebsite("w"))
			.subscribe();
		assertThat(rest.client(ReactiveWebsiteClient.class).getWebsite("w").block(Duration.ofSeconds(15))).isNotNull();
		exporting.dispose();
	}

	@Test
	void callThatTheParentRejectsDoesNotCountForTheDerivedClient() {
		CrispRest rest = RestTester.connectTo(crisp).dailyBudget(1).build();
		CrispRest export = rest.mutate().dailyBudget(10).build();
		call(export);
		assertThatExceptionOfType(CrispCallLimitException.class).isThrownBy(() -> call(export));
		assertThat(export.getCallsToday()).isEqualTo(1);
	}

	@Test
	void callThatIsCancelledWhileItWaitsDoesNotCount() {
		CrispRest rest = RestTester.connectTo(crisp).maxCallsPerSecond(1).build();
		CrispRest export = rest.mutate().maxCallsPerSecond(100).build();
		ReactiveWebsiteClient client = rest.client(ReactiveWebsiteClient.class);
		Disposable earlier = Flux.range(0, 30).flatMap((number) -> client.getWebsite("w")).subscribe();
		Disposable waiting = export.client(ReactiveWebsiteClient.class).getWebsite("w").subscribe();
		assertThat(rest.getCallsToday()).isEqualTo(31);
		assertThat(export.getCallsToday()).isEqualTo(1);
		waiting.dispose();
		assertThat(rest.getCallsToday()).isEqualTo(30);
		assertThat(export.getCallsToday()).isZero();
		earlier.dispose();
	}

	@Test
	void callsThatAreCancelledWhileTheyWaitDoNotDelayTheOthers() {
		CrispRest rest = RestTester.connectTo(crisp).maxCallsPerSecond(1).build();
		ReactiveWebsiteClient client = rest.client(ReactiveWebsiteClient.class);
		call(rest);
		for (int i = 0; i < 200; i++) {
			client.getWebsite("w").subscribe().dispose();
		}
		assertThat(client.getWebsite("w").block(Duration.ofSeconds(30))).isNotNull();
	}

	@Test
	void callThatIsCancelledAfterItWasSentCounts() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}").withFixedDelay(60_000)));
		CrispRest rest = RestTester.connectTo(crisp).maxCallsPerSecond(10).build();
		ReactiveWebsiteClient client = rest.client(ReactiveWebsiteClient.class);
		Disposable calls = Flux.range(0, 2).flatMap((number) -> client.getWebsite("w")).subscribe();
		await().until(() -> crisp.findAll(anyRequestedFor(anyUrl())).size() == 2);
		calls.dispose();
		assertThat(rest.getCallsToday()).isEqualTo(2);
	}

	private static CallQuota.Permit acquire(CallQuota quota) {
		return quota.acquire(ROUTE, CallQuota.MAX_WAIT, null);
	}

	private CallQuota quota(@Nullable Integer dailyBudget, @Nullable Integer maxCallsPerSecond) {
		return new CallQuota(null, CrispTier.PLUGIN, dailyBudget, maxCallsPerSecond, this.clock);
	}

	private static void call(CrispRest rest) {
		rest.client(WebsiteClient.class).getWebsite("w");
	}

}
