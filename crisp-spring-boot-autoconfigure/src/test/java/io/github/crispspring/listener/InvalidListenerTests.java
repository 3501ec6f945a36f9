package io.github.crispspring.listener;

import java.util.Map;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageEvent;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.PluginSubscriptionUpdated;
import io.github.crispspring.event.UnknownEvent;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mistakes in listeners fail the startup with a description and an action.
 */
class InvalidListenerTests {

	@RegisterExtension
	static final ListenerTester crisp = new ListenerTester();

	@ParameterizedTest(name = "{0}")
	@MethodSource("mistakes")
	void mistakeFailsTheStartup(Class<?> listener, String problem, String remedy) {
		assertStartupFails(crisp.with(listener), listener, problem, remedy);
	}

	static Arguments[] mistakes() {
		return new Arguments[] { Arguments.of(NoEvent.class, "is not a Crisp event", "such as MessageSend"),
				Arguments.of(TwoEvents.class, "more than one event", "a method for each event"),
				Arguments.of(Nothing.class, "Neither a parameter nor its annotation", "such as MessageSend"),
				Arguments.of(UnknownName.class, "The event 'message.send' does not exist", "one of [message:send"),
				Arguments.of(UnknownNameOfType.class, "The event 'message:sent' does not exist",
						"one of [message:send"),
				Arguments.of(UnknownGroup.class, "No event matches 'mesage:*'", "Did you mean one of"),
				Arguments.of(NameAndType.class, "Its annotation names [message:send]", "Remove the names"),
				Arguments.of(UnsendableReply.class, "java.lang.Integer, which cannot be sent", "Return a String"),
				Arguments.of(NoConversation.class, "'plugin:subscription:updated' does not belong to a conversation",
						"Use a ConversationEvent"),
				Arguments.of(SomeWithoutConversation.class, "does not belong to a conversation",
						"Use a ConversationEvent"),
				Arguments.of(UnknownConversation.class, "an unknown event does not belong to a conversation",
						"Use a ConversationEvent"),
				Arguments.of(ConversationOfNone.class,
						"'plugin:subscription:updated' does not belong to a conversation", "Use a ConversationEvent"),
				Arguments.of(TypingInNone.class, "'plugin:subscription:updated' does not belong to a conversation",
						"Use a ConversationEvent"),
				Arguments.of(UnknownMessageType.class, "The message type 'texts' does not exist",
						"Did you mean 'text'"),
				Arguments.of(EmptyWebsites.class, "[${none:}] resolves to no website", "remove 'websites'"),
				Arguments.of(BrokenCondition.class, "is not a valid SpEL expression", "Correct the expression"),
				Arguments.of(UnknownVariable.class, "refers to '#mesage'", "#message"),
				Arguments.of(UnknownRootProperty.class, "the property 'message', which does not exist", "#message"),
				Arguments.of(UnknownProperty.class, "the property 'orgin' of MessageSend", "origin"),
				Arguments.of(UnknownNestedProperty.class, "the property 'atempt' of CrispDelivery", "attempt"),
				Arguments.of(UnknownPropertyInSelection.class, "refers to '#mesage'", "#message"),
				Arguments.of(FinalBehindProxy.class, "It is final", "Remove 'final'") };
	}

	@ParameterizedTest
	@ValueSource(classes = { Reply.class, TakesConversation.class, Typing.class })
	void listenerThatRepliesNeedsCredentials(Class<?> listener) {
		crisp.with(listener).run((context) -> assertThat(context).hasNotFailed());
		assertStartupFails(ListenerTester.withoutCredentials(listener), listener, "no credentials are configured",
				"Set 'crisp.identifier' and 'crisp.key'");
	}

	@ParameterizedTest
	@ValueSource(classes = { Conditions.class })
	void conditionOfExistingPropertiesIsAccepted(Class<?> listener) {
		crisp.with(listener).run((context) -> assertThat(context).hasNotFailed());
	}

	private static void assertStartupFails(ApplicationContextRunner runner, Class<?> listener, String problem,
			String remedy) {
		runner.run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContaining(listener.getSimpleName() + ".on(")
				.hasMessageContaining(problem)
				.hasMessageContaining(remedy);
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(listener.getSimpleName() + ".on(", problem);
			assertThat(analysis.getAction()).contains(remedy);
		});
	}

	private static FailureAnalysis analyze(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, problem) -> {
				// Some require a bean factory, which is missing here
			}))
			.stream()
			.filter((analyzer) -> analyzer.getClass().getSimpleName().equals("InvalidListenerFailureAnalyzer"))
			.map((analyzer) -> analyzer.analyze(failure))
			.findFirst()
			.orElseThrow();
	}

	static class NoEvent {

		@CrispListener
		void on(String text) {
		}

	}

	static class TwoEvents {

		@CrispListener
		void on(MessageSend one, MessageRemoved other) {
		}

	}

	static class Nothing {

		@CrispListener
		void on(Map<String, Object> json) {
		}

	}

	static class UnknownName {

		@CrispListener("message.send")
		void on(CrispEvent event) {
		}

	}

	static class UnknownNameOfType {

		@CrispListener("message:sent")
		void on(MessageSend event) {
		}

	}

	static class ConversationOfNone {

		@CrispListener
		void on(PluginSubscriptionUpdated event, CrispConversation conversation) {
		}

	}

	static class TypingInNone {

		@CrispListener(typing = true)
		void on(PluginSubscriptionUpdated event) {
		}

	}

	static class UnknownMessageType {

		@CrispListener(types = "texts")
		void on(MessageSend event) {
		}

	}

	static class EmptyWebsites {

		@CrispListener(websites = "${none:}")
		void on(MessageSend event) {
		}

	}

	static class UnknownVariable {

		@CrispListener(condition = "#mesage.origin == 'chat'")
		void on(MessageSend message) {
		}

	}

	static class UnknownRootProperty {

		@CrispListener(condition = "message.origin == 'chat'")
		void on(MessageSend message) {
		}

	}

	static class UnknownProperty {

		@CrispListener(condition = "event != null and #message?.orgin == 'chat'")
		void on(MessageSend message) {
		}

	}

	static class UnknownNestedProperty {

		@CrispListener(condition = "event.delivery.atempt == 1")
		void on(MessageSend message) {
		}

	}

	static class UnknownPropertyInSelection {

		@CrispListener(condition = "#message.mentions.?[#this == #mesage.origin].empty")
		void on(MessageSend message) {
		}

	}

	static class Reply {

		@CrispListener
		String on(MessageSend message) {
			return "Hello!";
		}

	}

	static class TakesConversation {

		@CrispListener
		void on(MessageSend message, CrispConversation conversation) {
		}

	}

	static class Typing {

		@CrispListener(typing = true)
		void on(MessageSend message) {
		}

	}

	static class Conditions {

		@CrispListener(condition = "event.payload.fingerprint > 0 and args[0].origin == 'chat' and #a0.automated")
		void root(MessageSend message) {
		}

		@CrispListener(condition = "#event.origin == 'chat' and #event.class.name.length() > 0")
		void ofOneOfSeveral(MessageEvent event) {
		}

		@CrispListener(condition = "#message.mentions.?[length() > 3 and #message.user?.nickname == #this].empty")
		void selection(MessageSend message) {
		}

		@CrispListener(value = "message:send", condition = "#json['from'] == 'user' and #json[origin] == 'chat'")
		void map(Map<String, Object> json) {
		}

		@CrispListener(condition = "{origin: #message.origin}.size() == 1 and T(java.time.Instant).now() != null")
		void literal(MessageSend message) {
		}

	}

	static class UnknownGroup {

		@CrispListener("mesage:*")
		void on(CrispEvent event) {
		}

	}

	static class NameAndType {

		@CrispListener(MessageSend.NAME)
		void on(MessageRemoved event) {
		}

	}

	static class UnsendableReply {

		@CrispListener
		Mono<Integer> on(MessageSend event) {
			return Mono.just(1);
		}

	}

	static class NoConversation {

		@CrispListener
		String on(PluginSubscriptionUpdated event) {
			return "Welcome!";
		}

	}

	static class SomeWithoutConversation {

		@CrispListener
		String on(CrispEvent event) {
			return "Welcome!";
		}

	}

	static class UnknownConversation {

		@CrispListener
		String on(UnknownEvent event) {
			return "Welcome!";
		}

	}

	static class BrokenCondition {

		@CrispListener(condition = "#event.(")
		void on(MessageSend event) {
		}

	}

	@EnableAsync(proxyTargetClass = true)
	static class FinalBehindProxy {

		@CrispListener
		public final void on(MessageSend event) {
		}

		@Async
		public void other() {
		}

	}

}
