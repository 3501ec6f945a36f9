package io.github.crispspring.autoconfigure.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.testsupport.WaitLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for Crisp metrics.
 */
class CrispMetricsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withBean(SimpleMeterRegistry.class);

	@Test
	void handlingIsTimedByNameTransportAndReading() {
		this.contextRunner.run((context) -> {
			context.getBean(Application.class).release.tryEmitEmpty();
			dispatch(context, "s", 1, null).block(WaitLimit.DURATION);
			assertThat(meters(context).get("crisp.event")
				.tag("crisp.event.name", "message:send")
				.tag("crisp.event.transport", "webhook")
				.tag("crisp.event.reading", "typed")
				.tag("error", "none")
				.timer()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void lostEventIsCountedByReason() {
		this.contextRunner.run((context) -> {
			context.getBean(Application.class).release.tryEmitError(new IllegalStateException("for the test"));
			dispatch(context, "s", 1, null).onErrorComplete().block(WaitLimit.DURATION);
			assertThat(meters(context).get("crisp.event.lost").tag("reason", "failure").functionCounter().count())
				.isEqualTo(1);
			assertThat(meters(context).get("crisp.event.lost").tag("reason", "timeout").functionCounter().count())
				.isZero();
		});
	}

	@Test
	void malformedEventIsCounted() {
		this.contextRunner.run((context) -> {
			dispatch(context, null, 1, null).block(WaitLimit.DURATION);
			assertThat(meters(context).get("crisp.event").tag("crisp.event.reading", "malformed").timer().count())
				.isEqualTo(1);
		});
	}

	@Test
	void delayOfEventIsMeasured() {
		this.contextRunner.run((context) -> {
			context.getBean(Application.class).release.tryEmitEmpty();
			dispatch(context, "s", 1, Instant.now().minusSeconds(60)).block(WaitLimit.DURATION);
			assertThat(meters(context).get("crisp.event.delay")
				.tag("crisp.event.name", "message:send")
				.timer()
				.totalTime(TimeUnit.SECONDS)).isBetween(60.0, 90.0);
		});
	}

	@Test
	void delayIsNotNegativeIfClockIsBehind() {
		this.contextRunner.run((context) -> {
			context.getBean(Application.class).release.tryEmitEmpty();
			dispatch(context, "s", 1, Instant.now().plusSeconds(60)).block(WaitLimit.DURATION);
			assertThat(meters(context).get("crisp.event.delay").timer().max(TimeUnit.SECONDS)).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1000000000-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z" })
	void invalidTimestampDoesNotAffectEvent(Instant occurredAt) {
		this.contextRunner.run((context) -> {
			context.getBean(Application.class).release.tryEmitEmpty();
			dispatch(context, "s", 1, occurredAt).block(WaitLimit.DURATION);
			assertThat(meters(context).get("crisp.event.delay").timer().max(TimeUnit.DAYS)).isBetween(0.0, 366.0);
		});
	}

	@Test
	void unreadableFieldsAreCountedByTypeAndField() {
		this.contextRunner.run((context) -> {
			JsonNode data = CrispJson.mapper()
				.readTree("{\"website_id\":\"w\",\"session_id\":\"s\",\"fingerprint\":{},\"user\":7}");
			context.getBean(CrispEventReader.class).read(MessageSend.NAME, null, data);
			context.getBean(CrispEventReader.class).read(MessageSend.NAME, null, data);
			for (String field : List.of("fingerprint", "user")) {
				assertThat(meters(context).get("crisp.json.unreadable")
					.tag("type", "MessageSend")
					.tag("field", field)
					.counter()
					.count()).isEqualTo(2);
			}
		});
	}

	@Test
	void fieldsAreNotCountedAfterApplicationHasStopped() {
		MeterRegistry[] registry = new MeterRegistry[1];
		this.contextRunner.run((context) -> registry[0] = meters(context));
		new CrispEventReader().read(MessageSend.NAME, null,
				CrispJson.mapper().readTree("{\"website_id\":\"w\",\"session_id\":\"s\",\"timestamp\":{}}"));
		assertThat(registry[0].find("crisp.json.unreadable").counter()).isNull();
	}

	@Test
	void pendingEventsAreMeasured() {
		this.contextRunner.run((context) -> {
			Mono<Void> first = dispatch(context, "s", 1, null);
			Mono<Void> second = dispatch(context, "s", 2, null);
			assertThat(meters(context).get("crisp.listener.pending").gauge().value()).isEqualTo(2);
			context.getBean(Application.class).release.tryEmitEmpty();
			Mono.when(first, second).block(WaitLimit.DURATION);
			assertThat(meters(context).get("crisp.listener.pending").gauge().value()).isZero();
		});
	}

	@Test
	void duplicatesAreCounted() {
		this.contextRunner.run((context) -> {
			context.getBean(Application.class).release.tryEmitEmpty();
			for (int i = 0; i < 3; i++) {
				dispatch(context, "s", 1, null).block(WaitLimit.DURATION);
			}
			assertThat(meters(context).get("crisp.listener.duplicates").functionCounter().count()).isEqualTo(2);
		});
	}

	@Test
	void rejectedWebhooksAreCountedByReason() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withBean(SimpleMeterRegistry.class)
			.withPropertyValues("crisp.webhook.key=key")
			.run((context) -> assertThat(context.getBean(SimpleMeterRegistry.class)
				.get("crisp.webhook.rejected")
				.tag("reason", "signature")
				.functionCounter()
				.count()).isZero());
	}

	@Test
	void metricsRequireMicrometer() {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withClassLoader(
					new FilteredClassLoader("io.micrometer.core", "org.springframework.boot.micrometer.metrics"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CrispEventDispatcher.class)
				.doesNotHaveBean(CrispListenerMetrics.class));
	}

	private static MeterRegistry meters(AssertableApplicationContext context) {
		return context.getBean(SimpleMeterRegistry.class);
	}

	private static Mono<Void> dispatch(AssertableApplicationContext context, String session, long fingerprint,
			Instant occurredAt) {
		JsonNode raw = CrispJson.mapper()
			.valueToTree(
					(session != null) ? Map.of("website_id", "w", "session_id", session, "fingerprint", fingerprint)
							: Map.of("website_id", "w"));
		CrispDelivery delivery = new CrispDelivery(CrispDelivery.Transport.WEBHOOK, null, occurredAt, Instant.EPOCH, 1,
				null, raw);
		return context.getBean(CrispEventDispatcher.class)
			.dispatch(context.getBean(CrispEventReader.class).read(MessageSend.NAME, null, raw), delivery);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final Sinks.Empty<Void> release = Sinks.empty();

		@CrispListener
		Mono<Void> on(MessageSend event) {
			return this.release.asMono();
		}

	}

}
