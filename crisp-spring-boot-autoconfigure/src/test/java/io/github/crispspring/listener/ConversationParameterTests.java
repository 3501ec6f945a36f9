package io.github.crispspring.listener;

import java.util.Map;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.WebsiteUsersAvailable;
import io.github.crispspring.message.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The conversation as a parameter of a listener, in the style that the listener takes.
 */
class ConversationParameterTests {

	private static final Map<String, Object> TEXT = Map.of("type", "text", "from", "user", "content", "Hi",
			"fingerprint", 1);

	@RegisterExtension
	static ListenerTester crisp = new ListenerTester();

	@Test
	void blockingListenerTakesTheBlockingConversation() {
		crisp.with(Blocking.class).run((context) -> {
			ListenerTester.dispatch(context, MessageSend.NAME, TEXT);
			assertThat(crisp.calls()).containsExactly("POST message note", "POST message text");
		});
	}

	@Test
	void reactiveListenerTakesTheReactiveConversation() {
		crisp.with(Reactive.class).run((context) -> {
			ListenerTester.dispatch(context, MessageSend.NAME, TEXT);
			assertThat(crisp.calls()).containsExactly("POST message note");
		});
	}

	@Test
	void conditionCallsTheBlockingConversation() {
		crisp.with(Conditional.class).run((context) -> {
			ListenerTester.dispatch(context, MessageSend.NAME, TEXT);
			assertThat(crisp.calls()).containsExactly("GET s", "POST message text");
		});
	}

	@Test
	void blockingConversationNeedsAnEventOfAConversation() {
		crisp.with(WithoutConversation.class)
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("does not belong to a conversation")
				.hasStackTraceContaining("use no CrispConversation parameter"));
	}

	@Test
	void blockingConversationNeedsCredentials() {
		ListenerTester.withoutCredentials(Blocking.class)
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("use no CrispConversation parameter"));
	}

	static class Blocking {

		@CrispListener(from = Sender.USER)
		String reply(MessageSend message, CrispConversation conversation) {
			conversation.note("Seen");
			return "Hello!";
		}

	}

	static class Reactive {

		@CrispListener(from = Sender.USER)
		Mono<Void> reply(MessageSend message, ReactiveCrispConversation conversation) {
			return conversation.note("Seen").then();
		}

	}

	static class Conditional {

		@CrispListener(from = Sender.USER, condition = "#conversation.get() != null")
		String reply(MessageSend message, CrispConversation conversation) {
			return "Hello!";
		}

	}

	static class WithoutConversation {

		@CrispListener
		void on(WebsiteUsersAvailable event, CrispConversation conversation) {
		}

	}

}
