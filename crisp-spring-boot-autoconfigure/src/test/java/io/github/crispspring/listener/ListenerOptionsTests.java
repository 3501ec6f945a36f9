package io.github.crispspring.listener;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.crispspring.CrispClient;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.model.ConversationState;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Attributes of {@link CrispListener}, and parameters besides the event.
 */
class ListenerOptionsTests {

	@RegisterExtension
	static final ListenerTester crisp = new ListenerTester();

	@Test
	void namesSelectTheEvents() {
		crisp.with(ByName.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("type", "text", "content", "Hi"));
			ListenerTester.dispatch(context, "message:removed", Map.of());
			ListenerTester.dispatch(context, "session:set_state", Map.of("state", "resolved"));
			assertThat(received(context)).containsExactlyInAnyOrder("json message:send", "map Hi", "group message:send",
					"group message:removed", "none session:set_state");
		});
	}

	@Test
	void deliveryAndConversationArePassed() {
		crisp.with(WithContext.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("content", "Hi"));
			assertThat(received(context)).containsExactly("WEBHOOK w s true");
			assertThat(crisp.calls()).containsExactly("POST message note", "PATCH state", "PATCH routing");
		});
	}

	@Test
	void onlyEventsOfNamedWebsitesAreReceived() {
		crisp.with(OneWebsite.class).withPropertyValues("my.website=w1").run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("website_id", "w2"));
			ListenerTester.dispatch(context, "message:send", Map.of("website_id", "w1"));
			assertThat(received(context)).containsExactly("w1");
		});
	}

	@Test
	void onlyMessagesOfNamedTypesAreReceived() {
		crisp.with(OnlyFiles.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("type", "text", "content", "Hi"));
			ListenerTester.dispatch(context, "message:send",
					Map.of("type", "file", "content", Map.of("url", "https://example.com")));
			assertThat(received(context)).containsExactly("file");
		});
	}

	@Test
	void onlyEventsThatMeetTheConditionAreReceived() {
		crisp.with(Conditional.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("origin", "email"));
			ListenerTester.dispatch(context, "message:send", Map.of("origin", "chat"));
			assertThat(received(context)).containsExactly("chat");
		});
	}

	@Test
	void visitorTextListenerReceivesOnlyTextsThatVisitorsWrote() {
		crisp.with(Bot.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("type", "text", "from", "user", "automated", true));
			ListenerTester.dispatch(context, "message:send", Map.of("type", "text", "from", "operator"));
			ListenerTester.dispatch(context, "message:send", Map.of("type", "animation", "from", "user"));
			ListenerTester.dispatch(context, "message:received", Map.of("type", "text", "from", "user"));
			assertThat(received(context)).isEmpty();
			ListenerTester.dispatch(context, "message:send", Map.of("type", "text", "from", "user", "content", "Hi"));
			assertThat(received(context)).containsExactly("TextContent[...]");
		});
	}

	@Test
	void automatedMessagesAreReceivedOnRequestOrWithoutReply() {
		crisp.with(Automated.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("automated", true));
			assertThat(received(context)).containsExactlyInAnyOrder("on request", "no reply");
		});
	}

	@Test
	void duplicateIsHandledOnce() {
		crisp.with(Recorder.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("fingerprint", 7));
			ListenerTester.dispatch(context, "message:send", Map.of("fingerprint", 7));
			ListenerTester.dispatch(context, "message:send", Map.of("fingerprint", 8));
			assertThat(received(context)).hasSize(2);
		});
	}

	@Test
	void duplicateOfAFailedEventIsHandledAgain() {
		crisp.with(FailingOnce.class).run((context) -> {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> ListenerTester.dispatch(context, "message:send", Map.of("fingerprint", 7)));
			ListenerTester.dispatch(context, "message:send", Map.of("fingerprint", 7));
			ListenerTester.dispatch(context, "message:send", Map.of("fingerprint", 7));
			assertThat(received(context)).containsExactly("fails", "works");
		});
	}

	@Test
	void errorHandlerIsNotified() {
		crisp.with(FailingOnce.class, ErrorHandlers.class).run((context) -> {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> ListenerTester.dispatch(context, "message:send", Map.of()));
			assertThat(context.getBean(ErrorHandlers.class).failures).containsExactly("message:send first");
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsAreUsedIfEnabled() {
		crisp.with(Recorder.class).withPropertyValues("spring.threads.virtual.enabled=true").run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of());
			assertThat(received(context)).singleElement(InstanceOfAssertFactories.STRING).startsWith("VirtualThread");
		});
	}

	@Test
	void lazyListenersReceiveEvents() {
		crisp.with(LazyRecorder.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of());
			assertThat(received(context)).hasSize(1);
		});
	}

	@Test
	void conversationIsAvailableFromTheClient() {
		crisp.with(Recorder.class).run((context) -> {
			CrispConversation conversation = context.getBean(CrispClient.class).conversation("w", "s");
			conversation.reply("Hi");
			conversation.startTyping();
			conversation.assign("operator");
			conversation.unassign();
			assertThat(crisp.calls()).containsExactly("POST message text", "PATCH compose start", "PATCH routing",
					"PATCH routing");
		});
	}

	private static BlockingQueue<String> received(AssertableApplicationContext context) {
		return context.getBean(Recording.class).received;
	}

	static class Recording {

		final BlockingQueue<String> received = new LinkedBlockingQueue<>();

	}

	static class ByName extends Recording {

		@CrispListener("message:send")
		void json(JsonNode json, CrispDelivery delivery) {
			this.received.add("json message:send");
		}

		@CrispListener("message:send")
		void map(Map<String, Object> json) {
			this.received.add("map " + json.get("content"));
		}

		@CrispListener("message:*")
		void group(CrispEvent event) {
			this.received.add("group " + event.name());
		}

		@CrispListener({ "session:set_state", "message:updated" })
		void none(CrispConversation conversation) {
			this.received.add("none session:set_state");
		}

	}

	static class WithContext extends Recording {

		@CrispListener
		void on(CrispConversation conversation, MessageSend message, CrispDelivery delivery) {
			this.received.add(delivery.transport() + " " + delivery.websiteId() + " " + conversation.sessionId() + " "
					+ delivery.isReplyable());
			conversation.note("Look");
			conversation.changeState(ConversationState.RESOLVED);
			conversation.assign("operator");
		}

	}

	static class OneWebsite extends Recording {

		@CrispListener(websites = "${my.website}")
		void on(MessageSend message) {
			this.received.add(message.websiteId());
		}

	}

	static class OnlyFiles extends Recording {

		@CrispListener(types = { "file", "audio" })
		void on(MessageSend message) {
			this.received.add(String.valueOf(message.type()));
		}

	}

	static class Conditional extends Recording {

		@CrispListener(condition = "#message.origin == 'chat' and event.delivery.attempt == 1")
		void on(MessageSend message) {
			this.received.add(String.valueOf(message.origin()));
		}

	}

	static class Bot extends Recording {

		@VisitorTextListener
		String on(MessageSend message) {
			this.received.add(String.valueOf(message.content()));
			return "Hello!";
		}

	}

	static class Automated extends Recording {

		@CrispListener(automated = true)
		String onRequest(MessageSend message) {
			this.received.add("on request");
			return "Hello!";
		}

		@CrispListener
		String replies(MessageSend message) {
			this.received.add("replies");
			return "Hello!";
		}

		@CrispListener
		void noReply(MessageSend message) {
			this.received.add("no reply");
		}

	}

	static class Recorder extends Recording {

		@CrispListener
		void on(ConversationEvent event) {
			this.received.add(Thread.currentThread().toString());
		}

	}

	@Lazy
	@Configuration(proxyBeanMethods = false)
	static class LazyRecorder {

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

	}

	static class FailingOnce extends Recording {

		@CrispListener
		void on(MessageSend event) {
			if (this.received.isEmpty()) {
				this.received.add("fails");
				throw new IllegalArgumentException("first");
			}
			this.received.add("works");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ErrorHandlers {

		final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

		@Bean
		CrispListenerErrorHandler errorHandler() {
			return (failure, event, delivery) -> this.failures.add(event.name() + " " + failure.getMessage());
		}

	}

}
