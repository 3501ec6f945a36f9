package io.github.crispspring.listener;

import java.util.Map;

import io.github.crispspring.event.MessageSend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is logged about listener methods.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenerLogTests {

	@Test
	void listenerThatReturnsMonoOfVoidIsNotWarnedAbout(CapturedOutput output) {
		ListenerTester.withoutCredentials(MonoOfVoid.class).run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getAll()).doesNotContain("which is not sent as a reply");
	}

	@ParameterizedTest
	@ValueSource(classes = { Text.class, PartlyText.class, TextAsNumber.class })
	void conditionThatIsTheTextOfMessageFailsWithoutLoggingIt(Class<?> listener, CapturedOutput output) {
		ListenerTester.withoutCredentials(listener).run((context) -> {
			Throwable failure = ListenerTester.outcome(context, MessageSend.NAME,
					Map.of("type", "text", "from", "user", "content", "my card is 4111", "fingerprint", 77));
			assertThat(failure).hasMessageContaining(listener.getSimpleName() + ".on(")
				.hasMessageContaining("#message.text()");
		});
		assertThat(output.getAll()).contains("Failed to handle event 'message:send'").doesNotContain("4111");
	}

	static class MonoOfVoid {

		@CrispListener
		Mono<Void> on(MessageSend message) {
			return Mono.empty();
		}

	}

	static class Text {

		@CrispListener(condition = "#message.text()")
		void on(MessageSend message) {
		}

	}

	static class PartlyText {

		@CrispListener(condition = "#message.text() and #message.from() != null")
		void on(MessageSend message) {
		}

	}

	static class TextAsNumber {

		@CrispListener(condition = "T(Thread).sleep(#message.text()) == null")
		void on(MessageSend message) {
		}

	}

}
