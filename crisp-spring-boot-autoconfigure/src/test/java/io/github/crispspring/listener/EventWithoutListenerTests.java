package io.github.crispspring.listener;

import java.util.Map;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.MessageEvent;
import io.github.crispspring.event.UnknownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Log messages about listeners, and about events that have none.
 */
@ExtendWith(OutputCaptureExtension.class)
class EventWithoutListenerTests {

	private static final String HINT = "No @CrispListener exists for event '%s'";

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

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
	void listenersAreLoggedAtStartup(CapturedOutput output) {
		ListenerTester.withoutCredentials(Messages.class)
			.run((context) -> assertThat(output).contains("Messages.on(").contains("listens to", "message:send"));
	}

	@Test
	void eventWithoutListenerIsLoggedOncePerName(CapturedOutput output) {
		ListenerTester.withoutCredentials(Messages.class).run((context) -> {
			ListenerTester.dispatch(context, "session:set_state", Map.of());
			ListenerTester.dispatch(context, "session:set_state", Map.of());
			ListenerTester.dispatch(context, "moon:landed", Map.of());
			assertThat(output.getAll().split(HINT.formatted("session:set_state"), -1)).hasSize(2);
			assertThat(output).contains(HINT.formatted("moon:landed"));
		});
	}

	@Test
	void eventWithListenerIsNotLogged(CapturedOutput output) {
		ListenerTester.withoutCredentials(Messages.class, Unknown.class).run((context) -> {
			ListenerTester.dispatch(context, "message:removed", Map.of());
			ListenerTester.dispatch(context, "moon:landed", Map.of());
			assertThat(output).doesNotContain(HINT.formatted("message:removed"), HINT.formatted("moon:landed"));
		});
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
