package io.github.crispspring.listener;

import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageEvent;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.UnknownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that a listener receives, and those that it does not.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenerSelectionTests {

	private static final Map<String, Object> AUTOMATED = Map.of("type", "text", "from", "user", "content", "[campaign]",
			"origin", "urn:crisp.im:whatsapp:0", "automated", true);

	@RegisterExtension
	static final ListenerTester crisp = new ListenerTester();

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	@BeforeEach
	void logWarnings() {
		this.logging.setLogLevel(CrispListener.class.getName(), LogLevel.WARN);
	}

	@AfterEach
	void resetLogging() {
		this.logging.setLogLevel(CrispListener.class.getName(), null);
	}

	@Test
	void visitorTextListenerReceivesNoAutomatedMessagesWhateverItReturns() {
		crisp.with(VisitorTexts.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", AUTOMATED);
			assertThat(context.getBean(VisitorTexts.class).received).isEmpty();
			ListenerTester.dispatch(context, "message:send", Map.of("type", "text", "from", "user", "content", "Hi"));
			assertThat(context.getBean(VisitorTexts.class).received).containsExactlyInAnyOrder("void", "reply");
		});
	}

	@Test
	void observerIsNotifiedOfTheListenersThatAreCalled() {
		crisp.with(VisitorTexts.class).run((context) -> {
			Queue<String> called = new ConcurrentLinkedQueue<>();
			context.getBean(CrispListenerRegistry.class)
				.addObserver((listener, event) -> called.add(event.getPayload().name() + " " + listener.id()));
			ListenerTester.dispatch(context, "message:send", AUTOMATED);
			assertThat(called).isEmpty();
			ListenerTester.dispatch(context, "message:send", Map.of("type", "text", "from", "user", "content", "Hi"));
			assertThat(called).hasSize(2)
				.allMatch((call) -> call.startsWith("message:send") && call.contains("VisitorTexts"));
		});
	}

	@Test
	void placeholderListsSeveralWebsites() {
		crisp.with(Shop.class).withPropertyValues("shop.websites=w1, w2").run((context) -> {
			for (String website : new String[] { "w1", "w2", "w3" }) {
				ListenerTester.dispatch(context, "message:send", Map.of("website_id", website));
			}
			assertThat(context.getBean(Shop.class).received).containsExactly("w1", "w2");
		});
	}

	@Test
	void genericListenerReceivesTheEventOfItsSubclass() {
		crisp.with(Sub.class).run((context) -> {
			ListenerTester.dispatch(context, "message:removed", Map.of());
			ListenerTester.dispatch(context, "message:send", Map.of());
			assertThat(context.getBean(Sub.class).received).containsExactly("MessageRemoved");
			assertThat(context.getBean(CrispListenerRegistry.class).eventNames()).containsExactly("message:removed");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { ReturnsJson.class, ReturnsPath.class })
	void resultThatConsistsOfItsOwnTypeIsNoReplyAndGetsAWarning(Class<?> listener, CapturedOutput output) {
		crisp.with(listener).run((context) -> {
			assertThat(context).hasNotFailed();
			ListenerTester.dispatch(context, "message:send", Map.of());
			assertThat(crisp.calls()).isEmpty();
			assertThat(output).contains(listener.getSimpleName() + ".on(", "which is not sent as a reply");
		});
	}

	@Test
	void eventThatCrispAddsLaterIsReceivedByNamePatternAndType(CapturedOutput output) {
		crisp.with(Later.class).run((context) -> {
			ListenerTester.dispatch(context, "session:set_priority", Map.of("priority", "high"));
			assertThat(context.getBean(Later.class).received).containsExactlyInAnyOrder("name", "group", "all",
					"unknown", "conversation");
			assertThat(output).contains("event 'session:set_priority'", "the nearest known event is 'session:set_");
		});
	}

	@Test
	void eventWithoutConversationThatCrispAddsLaterIsNotReceivedWithOne() {
		crisp.with(Later.class).run((context) -> {
			ListenerTester.dispatch(context, "session:set_priority", Map.of("session_id", ""));
			assertThat(context.getBean(Later.class).received).contains("name").doesNotContain("conversation");
		});
	}

	@Test
	void patternsAndTypesAreExpandedToWhatIsDeliveredAndNamesRemain() {
		crisp.with(Later.class, Messages.class)
			.run((context) -> assertThat(context.getBean(CrispListenerRegistry.class)
				.eventNames((name) -> name.equals("message:removed") || name.equals("spam:message")))
				.containsExactlyInAnyOrder("session:set_priority", "message:send", "message:removed", "spam:message"));
	}

	@ParameterizedTest
	@ValueSource(classes = { Later.class, Sub.class, ReturnsJson.class, TwoParameters.class, NoParameter.class })
	void listenersAreIgnoredWhereCrispIsDisabled(Class<?> listener) {
		ListenerTester.withoutCredentials(listener).withPropertyValues("crisp.enabled=false").run((context) -> {
			assertThat(context).hasNotFailed();
			context.publishEvent(new MessageRemoved("w", "s", null, 1));
			if (context.getBean(listener) instanceof Recording recording) {
				assertThat(recording.received).isEmpty();
			}
		});
	}

	abstract static class Recording {

		final Queue<String> received = new ConcurrentLinkedQueue<>();

	}

	static class VisitorTexts extends Recording {

		@VisitorTextListener
		void onlyListens(MessageSend message) {
			this.received.add("void");
		}

		@VisitorTextListener
		String replies(MessageSend message) {
			this.received.add("reply");
			return "Hello!";
		}

	}

	static class Shop extends Recording {

		@CrispListener(websites = "${shop.websites}")
		void on(MessageSend message) {
			this.received.add(message.websiteId());
		}

	}

	abstract static class Base<E extends CrispEvent> extends Recording {

		@CrispListener
		void on(E event) {
			this.received.add(event.getClass().getSimpleName());
		}

	}

	static class Sub extends Base<MessageRemoved> {

	}

	static class ReturnsJson {

		@CrispListener("message:send")
		JsonNode on(JsonNode json) {
			return json;
		}

	}

	static class ReturnsPath {

		@CrispListener("message:send")
		Path on(JsonNode json) {
			return Path.of("some", "file");
		}

	}

	static class Later extends Recording {

		@CrispListener("session:set_priority")
		void name(JsonNode json) {
			this.received.add("name");
		}

		@CrispListener("session:set_priority")
		void conversation(CrispConversation conversation) {
			this.received.add("conversation");
		}

		@CrispListener("session:*")
		void group(JsonNode json) {
			this.received.add("group");
		}

		@CrispListener("*")
		void all(Map<String, Object> json) {
			this.received.add("all");
		}

		@CrispListener
		void unknown(UnknownEvent event) {
			this.received.add("unknown");
		}

	}

	static class Messages {

		@CrispListener
		void one(MessageSend event) {
		}

		@CrispListener
		void several(MessageEvent event) {
		}

	}

	static class TwoParameters {

		@CrispListener
		void on(MessageRemoved event, CrispConversation conversation) {
		}

	}

	static class NoParameter {

		@CrispListener("message:removed")
		void on() {
		}

	}

}
