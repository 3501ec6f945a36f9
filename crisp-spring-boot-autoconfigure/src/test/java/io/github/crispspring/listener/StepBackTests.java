package io.github.crispspring.listener;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.CrispHandovers;
import io.github.crispspring.event.MessageReceived;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetRouting;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A listener steps back while an operator handles the conversation.
 */
class StepBackTests {

	private static final Map<String, Object> OPERATOR = Map.of("user_id", "operator-1", "nickname", "Maya");

	@RegisterExtension
	static ListenerTester crisp = new ListenerTester();

	private final AtomicLong fingerprint = new AtomicLong();

	@BeforeEach
	void noOperator() {
		conversation("{}");
		messages("[]");
	}

	private static void conversation(String json) {
		crisp.stubFor(get(urlPathMatching(".*/conversation/s")).willReturn(okJson("{\"data\":" + json + "}")));
	}

	private static void messages(String json) {
		crisp.stubFor(get(urlPathMatching(".*/messages")).willReturn(okJson("{\"data\":" + json + "}")));
	}

	@Test
	void listenerRepliesWhileNoOperatorHandlesTheConversation() {
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s", "GET messages", "POST message text");
		});
	}

	@Test
	void conversationIsNotReadForEachMessage() {
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			crisp.resetRequests();
			visitorWrites(context);
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("POST message text", "POST message text");
		});
	}

	@Test
	void messagesOfANewConversationAreNotRead() {
		conversation("{\"created_at\": %d}".formatted(Instant.now().plusSeconds(90).toEpochMilli()));
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s", "POST message text");
		});
	}

	@Test
	void conversationIsReadAgainAfterTheRefreshInterval() {
		crisp.with(Bot.class).withPropertyValues("crisp.listener.handover-refresh-interval=0").run((context) -> {
			visitorWrites(context);
			conversation("{\"assigned\": {\"user_id\": \"operator-1\"}}");
			crisp.resetRequests();
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s");
		});
	}

	@Test
	void listenerIsSilentIfTheConversationIsAssigned() {
		conversation("{\"assigned\": {\"user_id\": \"operator-1\"}}");
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s");
		});
	}

	@Test
	void listenerIsSilentWhenAnOperatorIsAssigned() {
		crisp.with(Bot.class).run((context) -> {
			routed(context, "operator-1");
			visitorWrites(context);
			assertThat(crisp.calls()).isEmpty();
		});
	}

	@Test
	void operatorWhoAnswersIsAssigned() {
		crisp.with(Bot.class).run((context) -> {
			operatorWrites(context, Map.of("user", OPERATOR));
			assertThat(crisp.calls()).containsExactly("GET s", "PATCH routing");
			assertThat(crisp.getAllServeEvents().get(0).getRequest().getBodyAsString()).contains("operator-1");
		});
	}

	@Test
	void listenerIsSilentWhenAnOperatorHasAnswered() {
		crisp.with(Bot.class).run((context) -> {
			operatorWrites(context, Map.of("user", OPERATOR));
			crisp.resetRequests();
			visitorWrites(context);
			assertThat(crisp.calls()).isEmpty();
		});
	}

	@Test
	void furtherAnswersOfOperatorsCostNoCall() {
		crisp.with(Bot.class).run((context) -> {
			operatorWrites(context, Map.of("user", OPERATOR));
			crisp.resetRequests();
			operatorWrites(context, Map.of("user", OPERATOR));
			assertThat(crisp.calls()).isEmpty();
		});
	}

	@Test
	void assignmentToAnotherOperatorIsKept() {
		conversation("{\"assigned\": {\"user_id\": \"operator-2\"}}");
		crisp.with(Bot.class).run((context) -> {
			operatorWrites(context, Map.of("user", OPERATOR));
			assertThat(crisp.calls()).containsExactly("GET s");
		});
	}

	@Test
	void listenerIsSilentAlthoughTheTokenMayNotAssign() {
		crisp.stubFor(patch(urlPathMatching(".*/routing")).willReturn(forbidden()));
		crisp.with(Bot.class).run((context) -> {
			operatorWrites(context, Map.of("user", OPERATOR));
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s", "PATCH routing");
		});
	}

	@ParameterizedTest
	@MethodSource
	void listenerRepliesAfterAMessageThatNoOperatorWrote(Map<String, Object> message) {
		crisp.with(Bot.class).run((context) -> {
			operatorWrites(context, message);
			visitorWrites(context);
			assertThat(crisp.calls()).endsWith("POST message text").doesNotContain("PATCH routing");
		});
	}

	static List<Map<String, Object>> listenerRepliesAfterAMessageThatNoOperatorWrote() {
		return List.of(Map.of("user", OPERATOR, "automated", true), Map.of("user", OPERATOR, "type", "note"),
				Map.of("user", Map.of("type", "website", "nickname", "Shop")),
				Map.of("user", Map.of("type", "participant", "nickname", "Bot", "user_id", "bot")),
				Map.of("user", Map.of("nickname", "Bot", "user_id", "urn:acme:bot")), Map.of("content", "Anonymous"));
	}

	@Test
	void listenerRepliesAgainWhenTheConversationIsGivenBack() {
		crisp.with(Bot.class).run((context) -> {
			routed(context, "operator-1");
			routed(context, null);
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("POST message text");
		});
	}

	@Test
	void listenerRepliesAgainWhenTheConversationIsResolved() {
		crisp.with(Bot.class).run((context) -> {
			routed(context, "operator-1");
			ListenerTester.dispatch(context, SessionSetState.NAME, Map.of("state", "resolved"));
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("PATCH routing", "POST message text");
			assertThat(crisp.getAllServeEvents().get(1).getRequest().getBodyAsString()).contains("\"assigned\":null");
		});
	}

	@Test
	void conversationOfTheBotIsResolvedWithoutACall() {
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			crisp.resetRequests();
			ListenerTester.dispatch(context, SessionSetState.NAME, Map.of("state", "resolved"));
			assertThat(crisp.calls()).isEmpty();
		});
	}

	@Test
	void assignmentOfAnUnknownConversationIsRemovedWhenItIsResolved() {
		conversation("{\"assigned\": {\"user_id\": \"operator-1\"}}");
		crisp.with(Bot.class).run((context) -> {
			ListenerTester.dispatch(context, SessionSetState.NAME, Map.of("state", "resolved"));
			assertThat(crisp.calls()).containsExactly("GET s", "PATCH routing");
		});
	}

	@Test
	void answerBeforeTheStartIsFoundInTheMessages() {
		messages("""
				[{"type": "text", "from": "operator", "automated": true, "content": "Hello!"},
				{"type": "text", "from": "operator", "user": {"user_id": "operator-1"}, "content": "I am here"},
				{"type": "text", "from": "user", "content": "Thank you"}]""");
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s", "GET messages");
		});
	}

	@Test
	void answerBeforeTheConversationWasResolvedIsOver() {
		messages("""
				[{"type": "text", "from": "operator", "user": {"user_id": "operator-1"}, "content": "I am here"},
				{"type": "event", "from": "operator", "content": {"namespace": "state:resolved"}},
				{"type": "text", "from": "user", "content": "Hello?"}]""");
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			assertThat(crisp.calls()).endsWith("POST message text");
		});
	}

	@Test
	void answerDuringAGapIsFoundInTheMessages() {
		crisp.with(Bot.class).run((context) -> {
			visitorWrites(context);
			messages(
					"""
							[{"type": "text", "from": "operator", "user": {"user_id": "operator-1"}, "content": "I am here"}]""");
			context.getBean(CrispHandovers.class).missedUntil(Instant.now().plusSeconds(1));
			crisp.resetRequests();
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s", "GET messages");
		});
	}

	@Test
	void eventFailsIfTheConversationCannotBeRead() {
		crisp.stubFor(get(urlPathMatching(".*/conversation/s")).willReturn(serverError()));
		crisp.with(Bot.class)
			.withPropertyValues("crisp.rest.retry.enabled=false")
			.run((context) -> assertThat(ListenerTester.outcome(context, MessageSend.NAME, text())).isNotNull());
	}

	@Test
	void replyIsNotSentIfAnOperatorAnswersMeanwhile() {
		crisp.with(SlowBot.class).run((context) -> {
			SlowBot bot = context.getBean(SlowBot.class);
			Mono<Void> handled = ListenerTester.send(context, MessageSend.NAME, text());
			assertThat(bot.composing.await(WaitLimit.DURATION.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
			Mono<Void> answered = ListenerTester.send(context, MessageReceived.NAME,
					message("operator", Map.of("user", OPERATOR)));
			bot.composed.countDown();
			handled.then(answered).block(WaitLimit.DURATION);
			assertThat(crisp.calls()).doesNotContain("POST message text");
		});
	}

	@Test
	void listenerThatHandsOverCanStillReply() {
		crisp.with(HandingOver.class).run((context) -> {
			visitorWrites(context);
			visitorWrites(context);
			assertThat(crisp.calls()).containsExactly("GET s", "GET messages", "PATCH routing", "POST message text");
		});
	}

	@Test
	void conversationReportsWhetherAnOperatorHandlesIt() {
		crisp.with(Bot.class, Reporter.class).run((context) -> {
			visitorWrites(context);
			routed(context, "operator-1");
			crisp.resetRequests();
			visitorWrites(context);
			assertThat(context.getBean(Reporter.class).reported).containsExactly(false, true);
			assertThat(crisp.calls()).isEmpty();
		});
	}

	@Test
	void eventsAreReceivedOnlyIfAListenerStepsBack() {
		crisp.with(Bot.class)
			.run((context) -> assertThat(context.getBean(CrispListenerRegistry.class).eventNames())
				.containsExactlyInAnyOrder(MessageSend.NAME, MessageReceived.NAME, SessionSetRouting.NAME,
						SessionSetState.NAME));
		crisp.with(Reporter.class)
			.run((context) -> assertThat(context.getBean(CrispListenerRegistry.class).eventNames())
				.containsExactly(MessageSend.NAME));
	}

	@Test
	void eventsThatTheApplicationPublishesAreRecorded() {
		crisp.with(Bot.class).run((context) -> {
			context.publishEvent(new SessionSetRouting("w", "s", null, "operator-1", null));
			visitorWrites(context);
			assertThat(crisp.calls()).isEmpty();
		});
	}

	private void visitorWrites(ApplicationContext context) {
		ListenerTester.dispatch(context, MessageSend.NAME, text());
	}

	private Map<String, Object> text() {
		return message("user", Map.of());
	}

	private void operatorWrites(ApplicationContext context, Map<String, Object> fields) {
		ListenerTester.dispatch(context, MessageReceived.NAME, message("operator", fields));
	}

	private Map<String, Object> message(String from, Map<String, Object> fields) {
		Map<String, Object> message = new HashMap<>(Map.of("type", "text", "from", from, "content", "Hi", "fingerprint",
				this.fingerprint.incrementAndGet()));
		message.putAll(fields);
		return message;
	}

	private static void routed(ApplicationContext context, @Nullable String userId) {
		ListenerTester.dispatch(context, SessionSetRouting.NAME,
				(userId != null) ? Map.of("routing_id", userId) : Map.of());
	}

	static class Bot {

		@VisitorTextListener(stepBack = true)
		String answer(MessageSend message) {
			return "Hello!";
		}

	}

	static class SlowBot {

		final CountDownLatch composing = new CountDownLatch(1);

		final CountDownLatch composed = new CountDownLatch(1);

		@VisitorTextListener(stepBack = true)
		String answer(MessageSend message) throws InterruptedException {
			this.composing.countDown();
			this.composed.await();
			return "Hello!";
		}

	}

	static class HandingOver {

		@VisitorTextListener(stepBack = true)
		String answer(MessageSend message, CrispConversation conversation) {
			conversation.assign("operator-1");
			return "A colleague will be with you in a minute.";
		}

	}

	static class Reporter {

		final List<Boolean> reported = new CopyOnWriteArrayList<>();

		@CrispListener
		void report(MessageSend message, CrispConversation conversation) {
			this.reported.add(conversation.isHandledByOperator());
		}

	}

}
