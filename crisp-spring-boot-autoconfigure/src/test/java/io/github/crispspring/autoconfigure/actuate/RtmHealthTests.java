package io.github.crispspring.autoconfigure.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.crispspring.autoconfigure.ApplicationTester;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.CrispRtmStateEvent;
import io.github.crispspring.rtm.TestRtmServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for health and metrics of the realtime connection.
 */
class RtmHealthTests {

	@RegisterExtension
	static final ApplicationTester crisp = new ApplicationTester();

	private final ApplicationContextRunner contextRunner = crisp.with()
		.withBean(SimpleMeterRegistry.class)
		.withPropertyValues("crisp.rest.retry.enabled=false");

	@Test
	void healthIsDownIfCredentialsAreRejected() {
		crisp.stubFor(get(anyUrl())
			.willReturn(WireMock.jsonResponse("{\"error\":true,\"reason\":\"invalid_session\",\"data\":{}}", 401)));
		this.contextRunner.withUserConfiguration(Listener.class).run((context) -> {
			await().until(() -> "Rejected".equals(rtm(context).getDetails().get("state")));
			assertThat(rtm(context).getStatus()).isEqualTo(Status.DOWN);
			await().untilAsserted(() -> assertThat(rtm(context).getDetails()).containsKey("lastError"));
			assertThat(context.getBean(SimpleMeterRegistry.class)
				.get("crisp.rtm.state")
				.tag("state", "Rejected")
				.gauge()
				.value()).isEqualTo(1);
		});
	}

	@Test
	void healthIsDownAfterGracePeriodWithoutConnection() {
		crisp.stubFor(get(anyUrl()).willReturn(WireMock.serverError()));
		this.contextRunner.withUserConfiguration(Listener.class)
			.withPropertyValues("crisp.rtm.reconnect-delay=1h", "crisp.rtm.max-reconnect-delay=1h",
					"management.health.crisp.grace-period=2m")
			.run((context) -> {
				await().until(() -> context.getBean(CrispRtm.class).history().lastError() != null);
				assertThat(rtm(context).getStatus()).isEqualTo(Status.UP);
				Instant since = context.getBean(CrispRtm.class).history().disconnectedSince();
				assertThat(rtm(context, since.plusSeconds(120)).getStatus()).isEqualTo(Status.UP);
				Health health = rtm(context, since.plusSeconds(120).plusMillis(1));
				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.getDetails()).containsEntry("state", "WaitingToRetry")
					.containsEntry("attempts", 1)
					.containsKey("lastError");
			});
	}

	@Test
	void gracePeriodIsConfigurable() {
		crisp.stubFor(get(anyUrl()).willReturn(WireMock.serverError()));
		this.contextRunner.withUserConfiguration(Listener.class)
			.withPropertyValues("crisp.rtm.reconnect-delay=1h", "crisp.rtm.max-reconnect-delay=1h",
					"management.health.crisp.grace-period=1ms")
			.run((context) -> await().until(() -> Status.DOWN.equals(rtm(context).getStatus())));
	}

	@Test
	void healthIsNotDownIfConnectionIsStopped() {
		this.contextRunner.run((context) -> {
			assertThat(rtm(context).getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(rtm(context).getDetails()).containsEntry("state", "Stopped");
		});
	}

	@Test
	void failingListenerDoesNotAffectHealthAndMetrics() {
		try (TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"))) {
			this.contextRunner.withUserConfiguration(Listener.class, FailingStateListener.class)
				.withPropertyValues("crisp.rtm.url=" + server.url(), "management.health.crisp.grace-period=0s")
				.run((context) -> {
					CrispRtm rtm = context.getBean(CrispRtm.class);
					await().until(() -> rtm.state() instanceof CrispRtmState.Ready);
					server.disconnectAll();
					await().until(() -> rtm.history().reconnects() == 1);
					await().untilAsserted(() -> assertThat(rtm(context).getStatus()).isEqualTo(Status.UP));
					assertThat(rtm(context).getDetails()).containsEntry("state", "Ready");
					SimpleMeterRegistry meters = context.getBean(SimpleMeterRegistry.class);
					assertThat(meters.get("crisp.rtm.reconnects").functionCounter().count()).isEqualTo(1);
					assertThat(meters.get("crisp.rtm.state").tag("state", "Ready").gauge().value()).isEqualTo(1);
				});
		}
	}

	@Test
	void healthOfStandbyInstanceIsUp() {
		this.contextRunner.withUserConfiguration(Listener.class)
			.withBean(CrispRtmLeadership.class, () -> (connection) -> Mono.never())
			.run((context) -> {
				assertThat(rtm(context).getDetails()).containsEntry("state", "Standby");
				Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
				assertThat(rtm(context, tomorrow).getStatus()).isEqualTo(Status.UP);
				assertThat(context.getBean(CrispRtm.class).history().disconnectedSince()).isNull();
			});
	}

	private static Health rtm(AssertableApplicationContext context) {
		CompositeHealthContributor contributor = context.getBean("crispHealthContributor",
				CompositeHealthContributor.class);
		return ((HealthIndicator) contributor.getContributor("rtm")).health();
	}

	/**
	 * Return the health at the given time, with a grace period of two minutes.
	 */
	private static Health rtm(AssertableApplicationContext context, Instant time) {
		return new CrispRtmHealthIndicator(context.getBean(CrispRtm.class), Duration.ofMinutes(2),
				Clock.fixed(time, ZoneOffset.UTC))
			.health();
	}

	static class FailingStateListener {

		@EventListener
		@Order(Ordered.HIGHEST_PRECEDENCE)
		void on(CrispRtmStateEvent event) {
			throw new StackOverflowError("for the test");
		}

	}

	static class Listener {

		@CrispListener
		void on(MessageSend event) {
		}

	}

}
