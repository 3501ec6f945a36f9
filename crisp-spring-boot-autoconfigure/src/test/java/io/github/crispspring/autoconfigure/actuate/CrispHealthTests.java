package io.github.crispspring.autoconfigure.actuate;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.autoconfigure.ApplicationTester;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for Crisp health checks.
 */
class CrispHealthTests {

	@RegisterExtension
	static final ApplicationTester crisp = new ApplicationTester();

	private final ApplicationContextRunner contextRunner = crisp.with()
		.withPropertyValues("crisp.rest.retry.enabled=false", "crisp.rtm.enabled=false");

	@Test
	void healthMakesNoCall() {
		this.contextRunner.run((context) -> {
			assertThat(rest(context).getStatus()).isEqualTo(Status.UNKNOWN);
			crisp.verify(0, WireMock.anyRequestedFor(anyUrl()));
		});
	}

	@Test
	void listenerHealthIsDownWhileTooManyThreadsAreAbandoned() {
		this.contextRunner.withUserConfiguration(StuckListener.class)
			.withPropertyValues("crisp.listener.concurrency=1", "crisp.listener.timeout=100ms")
			.run((context) -> {
				assertThat(listeners(context).getStatus()).isEqualTo(Status.UP);
				context.getBean(CrispEventDispatcher.class)
					.tryDispatch(new MessageRemoved("w", "s", null, 1), CrispDelivery.first(CrispDelivery.Transport.RTM,
							Instant.EPOCH, JsonNodeFactory.instance.objectNode()));
				await().until(() -> Status.DOWN.equals(listeners(context).getStatus()));
				assertThat(listeners(context).getDetails()).containsEntry("abandonedThreads", 1);
				context.getBean(StuckListener.class).release.set(true);
				await().until(() -> Status.UP.equals(listeners(context).getStatus()));
			});
	}

	@ParameterizedTest
	@CsvSource({ "200, UP", "404, UP", "423, UP", "500, UP", "403, UP", "401, DOWN" })
	void restHealthIsDownOnlyIfTokenIsRejected(int status, String expected) {
		this.contextRunner.run((context) -> {
			call(context.getBean(ReactiveCrispClient.class), status);
			Health health = rest(context);
			assertThat(health.getStatus().getCode()).isEqualTo(expected);
			assertThat(health.getDetails()).containsKeys("lastCall", "at");
			assertThat(health.getDetails().containsKey("error")).isEqualTo(status != 200);
		});
	}

	@Test
	void restHealthIsUpAfterAcceptedCall() {
		this.contextRunner.run((context) -> {
			call(context.getBean(ReactiveCrispClient.class), 401);
			call(context.getBean(ReactiveCrispClient.class), 200);
			assertThat(rest(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@ParameterizedTest
	@CsvSource({ "401, invalid_session, DOWN", "403, invalid_session, DOWN", "405, restricted_route_tier, UP" })
	void reasonOfErrorDeterminesWhetherTokenIsRejected(int status, String reason, String expected) {
		this.contextRunner.run((context) -> {
			crisp.stubFor(any(anyUrl()).willReturn(
					aResponse().withStatus(status).withBody("{\"error\":true,\"reason\":\"%s\"}".formatted(reason))));
			context.getBean(ReactiveCrispClient.class).website().getConversation("w", "s").onErrorComplete().block();
			assertThat(rest(context).getStatus().getCode()).isEqualTo(expected);
		});
	}

	@ParameterizedTest
	@CsvSource({ "500, DOWN", "503, DOWN", "429, DOWN", "302, DOWN", "403, UP", "404, UP", "400, UP" })
	void rejectionOfTokenIsReportedUntilTokenIsAccepted(int status, String expected) {
		this.contextRunner.run((context) -> {
			call(context.getBean(ReactiveCrispClient.class), 401);
			call(context.getBean(ReactiveCrispClient.class), status);
			assertThat(rest(context).getStatus().getCode()).isEqualTo(expected);
		});
	}

	@Test
	void furtherAccountsDoNotAffectHealth() {
		this.contextRunner.run((context) -> {
			call(context.getBean(ReactiveCrispClient.class), 200);
			call(context.getBean(ReactiveCrispClient.class)
				.mutate()
				.credentials(new CrispCredentials("other", "key"))
				.build(), 401);
			assertThat(rest(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void healthCanBeDisabled() {
		this.contextRunner.withPropertyValues("management.health.crisp.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("crispHealthContributor"));
	}

	@Test
	void healthRequiresSpringBootHealth() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ReactiveCrispClient.class)
				.doesNotHaveBean(RestCallRecorder.class));
	}

	private static void call(ReactiveCrispClient client, int status) {
		crisp.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("{\"data\":{}}")));
		client.website().getConversation("w", "s").onErrorComplete().block(WaitLimit.DURATION);
	}

	private static Health rest(AssertableApplicationContext context) {
		CompositeHealthContributor contributor = context.getBean("crispHealthContributor",
				CompositeHealthContributor.class);
		return ((HealthIndicator) contributor.getContributor("rest")).health();
	}

	private static Health listeners(AssertableApplicationContext context) {
		CompositeHealthContributor contributor = context.getBean("crispHealthContributor",
				CompositeHealthContributor.class);
		return ((HealthIndicator) contributor.getContributor("listener")).health();
	}

	static class StuckListener {

		final AtomicBoolean release = new AtomicBoolean();

		@CrispListener
		void on(MessageRemoved event) {
			while (!this.release.get()) {
				LockSupport.parkNanos(1_000_000);
			}
		}

	}

}
