package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.BucketUrlUploadGenerated;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.EventJson;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RtmEventDispatcher}.
 */
class RtmEventDispatcherTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			1700000000000             | 2023-11-14T22:13:20Z
			1700000000000.5           | 2023-11-14T22:13:20Z
			1700000000                | 2023-11-14T22:13:20Z
			99999999999999999999      |
			9223372036854775807       |
			-9000000000000000         |
			1e300                     |
			"soon"                    |
			{}                        |
			""")
	void timestampOfAnyFormatIsAccepted(String timestamp, @Nullable Instant occurredAt) {
		this.contextRunner.run((context) -> {
			accept(context, SessionSetState.NAME,
					"{\"website_id\":\"w\",\"session_id\":\"s\",\"timestamp\":%s}".formatted(timestamp));
			CrispDelivery delivery = context.getBean(Application.class).deliveries.poll(WaitLimit.SECONDS,
					TimeUnit.SECONDS);
			assertThat(delivery.occurredAt()).isEqualTo(occurredAt);
		});
	}

	@Test
	void websiteOfAnUploadUrlSelectsTheListeners() {
		this.contextRunner.run((context) -> {
			accept(context, BucketUrlUploadGenerated.NAME,
					"{\"id\":\"1\",\"resource\":{\"type\":\"website\",\"id\":\"w\"},\"policy\":{\"size_limit\":5}}");
			CrispDelivery delivery = context.getBean(Application.class).deliveries.poll(WaitLimit.SECONDS,
					TimeUnit.SECONDS);
			assertThat(delivery.websiteId()).isEqualTo("w");
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void eventIsDiscardedIfTheDispatcherFailsWithAnErrorWhenItWasFull(CapturedOutput output) {
		withDispatcher(List.of(false, true), (dispatcher) -> {
			dispatcher.accept(SessionSetState.NAME, EventJson.of(data()), 2).completion().block(WaitLimit.DURATION);
			assertThat(output).contains("Event 'session:set_state' could not be dispatched; it is discarded");
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void recoveredEventIsDiscardedIfTheDispatcherFailsWithAnError(CapturedOutput output) {
		withDispatcher(List.of(), (dispatcher) -> {
			dispatcher.acceptRecovered(SessionSetState.NAME, "w", Instant.EPOCH, data()).block(WaitLimit.DURATION);
			assertThat(output).contains("Event 'session:set_state' could not be dispatched; it is discarded");
		});
	}

	/**
	 * Test with a deduplicator that is ready as specified, and then fails with an error.
	 */
	private static void withDispatcher(List<Boolean> ready, Consumer<RtmEventDispatcher> test) {
		Iterator<Boolean> states = ready.iterator();
		CrispEventDeduplicator deduplicator = new CrispEventDeduplicator() {

			@Override
			public Mono<Claim> claim(String key) {
				return Mono.never();
			}

			@Override
			public boolean isReady() {
				if (!states.hasNext()) {
					throw new NoClassDefFoundError("driver");
				}
				return states.next();
			}

		};
		CrispEventDispatcher dispatcher = CrispEventDispatcher.builder((event) -> {
		}, deduplicator).build();
		dispatcher.start();
		try {
			test.accept(new RtmEventDispatcher("default", new CrispEventReader(), dispatcher, Clock.systemUTC()));
		}
		finally {
			dispatcher.destroy();
		}
	}

	private static JsonNode data() {
		return CrispJson.mapper().readTree("{\"website_id\":\"w\",\"session_id\":\"s\"}");
	}

	private static void accept(ApplicationContext context, String name, String data) {
		new RtmEventDispatcher("default", new CrispEventReader(), context.getBean(CrispEventDispatcher.class),
				Clock.systemUTC())
			.accept(name, EventJson.of(CrispJson.mapper().readTree(data)), data.length())
			.completion()
			.block(WaitLimit.DURATION);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final BlockingQueue<CrispDelivery> deliveries = new LinkedBlockingQueue<>();

		@CrispListener
		void on(SessionSetState event, CrispDelivery delivery) {
			this.deliveries.add(delivery);
		}

		@CrispListener(websites = "w")
		void on(BucketUrlUploadGenerated event, CrispDelivery delivery) {
			this.deliveries.add(delivery);
		}

	}

}
