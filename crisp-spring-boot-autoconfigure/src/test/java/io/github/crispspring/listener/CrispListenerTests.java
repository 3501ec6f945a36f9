package io.github.crispspring.listener;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import io.github.crispspring.testsupport.WaitLimit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * What annotated methods receive, and how their return values are sent.
 */
class CrispListenerTests {

	private static final Map<String, Object> VISITOR_TEXT = Map.of("from", "user", "type", "text", "content", "Hi");

	@RegisterExtension
	static final ListenerTester crisp = new ListenerTester();

	@Test
	void parameterSelectsTheEvent() {
		crisp.with(Listeners.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", VISITOR_TEXT);
			ListenerTester.dispatch(context, "message:removed", VISITOR_TEXT);
			ListenerTester.dispatch(context, "moon:landed", VISITOR_TEXT);
			assertThat(context.getBean(Listeners.class).received).containsExactlyInAnyOrder("MessageSend MessageSend",
					"MessageEvent MessageSend", "CrispEvent MessageSend", "wrapped MessageSend", "plain MessageSend",
					"plain wrapped MessageSend", "MessageEvent MessageRemoved", "CrispEvent MessageRemoved",
					"wrapped MessageRemoved", "CrispEvent UnknownEvent", "UnknownEvent UnknownEvent");
		});
	}

	@Test
	void namesOfTheEventsWithAListenerAreReturned() {
		crisp.with(Listeners.class)
			.run((context) -> assertThat(context.getBean(CrispListenerRegistry.class).eventNames()).hasSize(83));
		crisp.with(TextReply.class)
			.run((context) -> assertThat(context.getBean(CrispListenerRegistry.class).eventNames())
				.containsExactly("message:send"));
	}

	@Test
	void returnedTextIsSentAsAnAutomatedReply() {
		crisp.with(TextReply.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", VISITOR_TEXT);
			crisp.verify(1,
					postRequestedFor(urlEqualTo("/v1/website/w/conversation/s/message")).withRequestBody(equalToJson("""
							{"type":"text","from":"operator","origin":"chat","content":"Hello!","automated":true}""")));
		});
	}

	@Test
	void listenerReceivesOnlyMessagesOfTheSelectedSender() {
		crisp.with(TextReply.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send",
					Map.of("from", "operator", "type", "text", "content", "Hi"));
			crisp.verify(0, postRequestedFor(anyUrl()));
		});
	}

	@Test
	void returnedContentIsSentAsItsType() {
		crisp.with(NoteReply.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", VISITOR_TEXT);
			crisp.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalToJson("""
					{"type":"note","from":"operator","origin":"chat","content":"Look","automated":true}""")));
		});
	}

	@Test
	void severalRepliesAreSentInOrder() {
		crisp.with(ManyReplies.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", VISITOR_TEXT);
			assertThat(crisp.findAll(postRequestedFor(anyUrl())))
				.extracting((request) -> CrispJson.mapper().readTree(request.getBody()).get("content").asString())
				.containsExactly("one", "two", "three", "four", "five");
		});
	}

	@Test
	void replyThatCannotBeSentMakesTheDeliveryFail() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.serverError()));
		crisp.with(TextReply.class)
			.run((context) -> assertThatExceptionOfType(CrispApiException.class)
				.isThrownBy(() -> ListenerTester.dispatch(context, "message:send", VISITOR_TEXT))
				.withMessageContaining("500"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"data\":null}", "accepted" })
	void replyThatWasAcceptedIsNotSentAgainWhateverTheResponseContains(String body) {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.okJson(body)));
		crisp.with(TextReply.class).run((context) -> {
			assertThat(ListenerTester.outcome(context, "message:send", VISITOR_TEXT)).isNull();
			crisp.verify(1, postRequestedFor(anyUrl()));
		});
	}

	@Test
	void listenerThatThrowsDoesNotKeepTheOthersFromTheEvent() {
		crisp.with(Failing.class).run((context) -> {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> ListenerTester.dispatch(context, "message:send", VISITOR_TEXT))
				.withMessageContaining("first failed");
			assertThat(context.getBean(Failing.class).received).containsExactly("second");
		});
	}

	@Test
	void listenersRunOnThreadsOfTheDispatcher() {
		crisp.with(ThreadNames.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", VISITOR_TEXT);
			assertThat(context.getBean(ThreadNames.class).received).singleElement(InstanceOfAssertFactories.STRING)
				.startsWith("crisp-listener-");
		});
	}

	@Test
	void eventPublishedByTheApplicationReachesTheListenerToo() {
		crisp.with(TextReply.class).run((context) -> {
			context.publishEvent(new MessageSend("w", "s", null, "text", Sender.USER, "chat", MessageContent.text("Hi"),
					1, Instant.now(), null, List.of(), true, false, false, false, List.of(), null, Map.of(), List.of(),
					null, null, Map.of(), false, List.of()));
			await().untilAsserted(() -> crisp.verify(1, postRequestedFor(anyUrl())));
		});
	}

	@Test
	void asynchronousListenersReceiveEvents() {
		crisp.with(AsyncListener.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", VISITOR_TEXT);
			assertThat(context.getBean(AsyncListener.class).received().poll(WaitLimit.SECONDS, TimeUnit.SECONDS))
				.isEqualTo("async");
		});
	}

	static class Recording {

		final BlockingQueue<String> received = new LinkedBlockingQueue<>();

		void record(String listener, CrispEvent event) {
			this.received.add(listener + " " + event.getClass().getSimpleName());
		}

	}

	static class Listeners extends Recording {

		@CrispListener
		void one(MessageSend event) {
			record("MessageSend", event);
		}

		@CrispListener
		void group(MessageEvent event) {
			record("MessageEvent", event);
		}

		@CrispListener
		void all(CrispEvent event) {
			record("CrispEvent", event);
		}

		@CrispListener
		void unknown(UnknownEvent event) {
			record("UnknownEvent", event);
		}

		@CrispListener
		void wrapped(CrispApplicationEvent<MessageEvent> event) {
			record("wrapped", event.getPayload());
		}

		@EventListener
		void plain(MessageSend event) {
			record("plain", event);
		}

		@EventListener
		void plainWrapped(CrispApplicationEvent<MessageSend> event) {
			record("plain wrapped", event.getPayload());
		}

	}

	static class TextReply {

		@CrispListener(from = Sender.USER)
		String on(MessageSend message) {
			return "Hello!";
		}

	}

	static class NoteReply {

		@CrispListener
		MessageContent on(MessageSend message) {
			return MessageContent.note("Look");
		}

	}

	static class ManyReplies {

		@Order(1)
		@CrispListener
		Flux<Object> flux(MessageSend message) {
			return Flux.just("one", MessageContent.text("two"));
		}

		@Order(2)
		@CrispListener
		List<String> list(MessageSend message) {
			return List.of("three", "four");
		}

		@Order(3)
		@CrispListener
		CompletableFuture<String> future(MessageSend message) {
			return CompletableFuture.completedFuture("five");
		}

	}

	static class Failing {

		final BlockingQueue<String> received = new LinkedBlockingQueue<>();

		@Order(1)
		@CrispListener
		void first(MessageSend message) {
			throw new IllegalArgumentException("first failed");
		}

		@Order(2)
		@CrispListener
		Mono<Void> second(MessageSend message) {
			return Mono.fromRunnable(() -> this.received.add("second"));
		}

	}

	static class ThreadNames {

		final BlockingQueue<String> received = new LinkedBlockingQueue<>();

		@CrispListener
		void on(MessageSend message) {
			this.received.add(Thread.currentThread().getName());
		}

	}

	@EnableAsync
	static class AsyncListener {

		final BlockingQueue<String> received = new LinkedBlockingQueue<>();

		@Async
		@CrispListener
		public CompletableFuture<Void> on(MessageSend message) {
			this.received.add("async");
			return CompletableFuture.completedFuture(null);
		}

		public BlockingQueue<String> received() {
			return this.received;
		}

	}

}
