package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageEvent;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log says of listeners, and of events that none listens to.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnheardEventTests {

	private static final String HINT = "No @CrispListener exists for event '%s'";

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class);

	@BeforeEach
	void debug() {
		this.logging.setLogLevel(CrispListenerRegistry.class.getName(), LogLevel.DEBUG);
		this.logging.setLogLevel(CrispEventDispatcher.class.getName(), LogLevel.DEBUG);
	}

	@AfterEach
	void reset() {
		this.logging.setLogLevel(CrispListenerRegistry.class.getName(), null);
		this.logging.setLogLevel(CrispEventDispatcher.class.getName(), null);
	}

	@Test
	void listenersAreToldAtTheStart(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Messages.class)
			.run((context) -> assertThat(output).contains("Messages.on(").contains("listens to", "message:send"));
	}

	@Test
	void eventsThatNobodyListensToAreHintedAtOncePerName(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Messages.class).run((context) -> {
			dispatch(context, "session:set_state");
			dispatch(context, "session:set_state");
			dispatch(context, "moon:landed");
			assertThat(output.getAll().split(HINT.formatted("session:set_state"), -1)).hasSize(2);
			assertThat(output).contains(HINT.formatted("moon:landed"));
		});
	}

	@Test
	void eventsThatAreListenedToAreNot(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Messages.class, Unknown.class).run((context) -> {
			dispatch(context, "message:removed");
			dispatch(context, "moon:landed");
			assertThat(output).doesNotContain(HINT.formatted("message:removed"), HINT.formatted("moon:landed"));
		});
	}

	private static void dispatch(AssertableApplicationContext context, String name) {
		JsonNode raw = CrispJson.mapper().valueToTree(Map.of("website_id", "w", "session_id", "s"));
		context.getBean(CrispEventDispatcher.class)
			.dispatch(context.getBean(CrispEventReader.class).read(name, null, raw),
					CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, raw))
			.block(Duration.ofSeconds(10));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

	static class Messages {

		@CrispListener(condition = "false")
		void on(MessageEvent event) {
		}

	}

	static class Unknown {

		@CrispListener
		void on(UnknownEvent event) {
		}

	}

}
