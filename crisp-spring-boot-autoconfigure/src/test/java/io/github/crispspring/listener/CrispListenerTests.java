package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * What annotated methods receive, and what becomes of what they return.
 */
class CrispListenerTests {

	@RegisterExtension
	static WireMockExtension crisp = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=" + crisp.baseUrl(),
				"crisp.rtm.enabled=false");

	@BeforeEach
	void acceptReplies() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
	}

	@Test
	void parameterChoosesTheEvent() {
		run(Listeners.class, (context) -> {
			dispatch(context, "message:send", "user", "Hi");
			dispatch(context, "message:removed", "user", "Hi");
			dispatch(context, "moon:landed", "user", "Hi");
			assertThat(context.getBean(Listeners.class).received).containsExactlyInAnyOrder("MessageSend MessageSend",
					"MessageEvent MessageSend", "CrispEvent MessageSend", "wrapped MessageSend", "plain MessageSend",
					"plain wrapped MessageSend", "MessageEvent MessageRemoved", "CrispEvent MessageRemoved",
					"wrapped MessageRemoved", "CrispEvent UnknownEvent", "UnknownEvent UnknownEvent");
		});
	}

	@Test
	void namesOfWhatIsListenedToAreKnown() {
		run(Listeners.class,
				(context) -> assertThat(context.getBean(CrispListenerRegistry.class).eventNames()).hasSize(83));
		run(TextReply.class, (context) -> assertThat(context.getBean(CrispListenerRegistry.class).eventNames())
			.containsExactly("message:send"));
	}

	@Test
	void returnedTextIsSentAsAnAutomatedReply() {
		run(TextReply.class, (context) -> {
			dispatch(context, "message:send", "user", "Hi");
			crisp.verify(1,
					postRequestedFor(urlEqualTo("/v1/website/w/conversation/s/message")).withRequestBody(equalToJson("""
							{"type":"text","from":"operator","origin":"chat","content":"Hello!","automated":true}""")));
		});
	}

	@Test
	void listenerHearsOnlyTheSideItAsksFor() {
		run(TextReply.class, (context) -> {
			dispatch(context, "message:send", "operator", "Hi");
			crisp.verify(0, postRequestedFor(anyUrl()));
		});
	}

	@Test
	void returnedContentIsSentAsItsKind() {
		run(NoteReply.class, (context) -> {
			dispatch(context, "message:send", "user", "Hi");
			crisp.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalToJson("""
					{"type":"note","from":"operator","origin":"chat","content":"Look","automated":true}""")));
		});
	}

	@Test
	void severalRepliesAreSentInOrder() {
		run(ManyReplies.class, (context) -> {
			dispatch(context, "message:send", "user", "Hi");
			assertThat(crisp.findAll(postRequestedFor(anyUrl())))
				.extracting((request) -> CrispJson.mapper().readTree(request.getBody()).get("content").asString())
				.containsExactly("one", "two", "three", "four", "five");
		});
	}

	@Test
	void replyThatCannotBeSentMakesTheDeliveryFail() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.serverError()));
		run(TextReply.class,
				(context) -> assertThatIllegalStateException()
					.isThrownBy(() -> dispatch(context, "message:send", "user", "Hi"))
					.withMessageContaining("500"));
	}

	@Test
	void listenerThatThrowsDoesNotKeepTheOthersFromTheEvent() {
		run(Failing.class, (context) -> {
			assertThatIllegalStateException().isThrownBy(() -> dispatch(context, "message:send", "user", "Hi"))
				.withMessageContaining("first failed");
			assertThat(context.getBean(Failing.class).received).containsExactly("second");
		});
	}

	@Test
	void listenersRunOnThreadsOfTheDispatcher() {
		run(ThreadNames.class, (context) -> {
			dispatch(context, "message:send", "user", "Hi");
			assertThat(context.getBean(ThreadNames.class).received)
				.allMatch((name) -> name.startsWith("crisp-listener-"));
		});
	}

	@Test
	void eventPublishedByTheApplicationReachesTheListenerToo() {
		run(TextReply.class, (context) -> {
			context.publishEvent(new MessageSend("w", "s", null, "text", Sender.USER, "chat", MessageContent.text("Hi"),
					1, Instant.now(), null, List.of(), true, false, false, false, List.of(), null, Map.of(), List.of(),
					null, null, Map.of(), false, List.of()));
			await().untilAsserted(() -> crisp.verify(1, postRequestedFor(anyUrl())));
		});
	}

	@Test
	void asynchronousListenersReceiveEvents() {
		run(AsyncListener.class, (context) -> {
			dispatch(context, "message:send", "user", "Hi");
			assertThat(context.getBean(AsyncListener.class).received().poll(10, TimeUnit.SECONDS)).isEqualTo("async");
		});
	}

	private void run(Class<?> listeners, ContextConsumer<AssertableApplicationContext> test) {
		this.contextRunner.withUserConfiguration(listeners).run(test);
	}

	/**
	 * Dispatch an event as a transport does, and wait until it is handled.
	 */
	private static void dispatch(AssertableApplicationContext context, String name, String from, String text) {
		JsonNode data = CrispJson.mapper()
			.createObjectNode()
			.put("website_id", "w")
			.put("session_id", "s")
			.put("from", from)
			.put("type", "text")
			.put("content", text);
		CrispDelivery delivery = CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.now(), data);
		CrispEvent event = context.getBean(CrispEventReader.class).read(name, null, data);
		try {
			context.getBean(CrispEventDispatcher.class).dispatch(event, delivery).block(Duration.ofSeconds(10));
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(ex.getMessage(), ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

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
