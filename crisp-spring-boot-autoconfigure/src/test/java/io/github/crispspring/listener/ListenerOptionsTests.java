package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.model.ConversationState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a listener can ask for besides the event.
 */
class ListenerOptionsTests {

	@RegisterExtension
	static WireMockExtension crisp = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=" + crisp.baseUrl(),
				"crisp.rtm.enabled=false", "my.website=w1");

	@BeforeEach
	void acceptCalls() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
	}

	@Test
	void namesChooseTheEvents() {
		run(ByName.class, (context) -> {
			dispatch(context, "message:send", Map.of("type", "text", "content", "Hi"));
			dispatch(context, "message:removed", Map.of());
			dispatch(context, "session:set_state", Map.of("state", "resolved"));
			assertThat(received(context)).containsExactlyInAnyOrder("json message:send", "map Hi", "group message:send",
					"group message:removed", "none session:set_state");
		});
	}

	@Test
	void deliveryAndConversationAreTold() {
		run(WithContext.class, (context) -> {
			dispatch(context, "message:send", Map.of("content", "Hi"));
			assertThat(received(context)).containsExactly("RTM w1 s true");
			assertThat(calls()).containsExactly("POST message note", "PATCH state", "PATCH routing");
		});
	}

	@Test
	void onlyNamedWebsitesAreHeard() {
		run(OneWebsite.class, (context) -> {
			dispatch(context, "message:send", Map.of("website_id", "w2"));
			dispatch(context, "message:send", Map.of("website_id", "w1"));
			assertThat(received(context)).containsExactly("w1");
		});
	}

	@Test
	void onlyNamedTypesAreHeard() {
		run(OnlyFiles.class, (context) -> {
			dispatch(context, "message:send", Map.of("type", "text", "content", "Hi"));
			dispatch(context, "message:send", Map.of("type", "file", "content", Map.of("url", "https://example.com")));
			assertThat(received(context)).containsExactly("file");
		});
	}

	@Test
	void conditionDecides() {
		run(Conditional.class, (context) -> {
			dispatch(context, "message:send", Map.of("origin", "email"));
			dispatch(context, "message:send", Map.of("origin", "chat"));
			assertThat(received(context)).containsExactly("chat");
		});
	}

	@Test
	void botHearsNeitherProgramsNorOperatorsNorPictures() {
		run(Bot.class, (context) -> {
			dispatch(context, "message:send", Map.of("type", "text", "from", "user", "automated", true));
			dispatch(context, "message:send", Map.of("type", "text", "from", "operator"));
			dispatch(context, "message:send", Map.of("type", "animation", "from", "user"));
			dispatch(context, "message:received", Map.of("type", "text", "from", "user"));
			assertThat(received(context)).isEmpty();
			dispatch(context, "message:send", Map.of("type", "text", "from", "user", "content", "Hi"));
			assertThat(received(context)).containsExactly("TextContent[...]");
		});
	}

	@Test
	void programsAreHeardWhereThatIsAskedForOrNoReplyIsMade() {
		run(Programs.class, (context) -> {
			dispatch(context, "message:send", Map.of("automated", true));
			assertThat(received(context)).containsExactlyInAnyOrder("asks", "no reply");
		});
	}

	@Test
	void duplicateIsHandledOnce() {
		run(Recorder.class, (context) -> {
			dispatch(context, "message:send", Map.of("fingerprint", 7));
			dispatch(context, "message:send", Map.of("fingerprint", 7));
			dispatch(context, "message:send", Map.of("fingerprint", 8));
			assertThat(received(context)).hasSize(2);
		});
	}

	@Test
	void duplicateOfWhatFailedIsHandledAgain() {
		run(FailingOnce.class, (context) -> {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> dispatch(context, "message:send", Map.of("fingerprint", 7)));
			dispatch(context, "message:send", Map.of("fingerprint", 7));
			dispatch(context, "message:send", Map.of("fingerprint", 7));
			assertThat(received(context)).containsExactly("fails", "works");
		});
	}

	@Test
	void errorHandlerIsTold() {
		run(FailingOnce.class, (context) -> {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> dispatch(context, "message:send", Map.of()));
			assertThat(context.getBean(ErrorHandlers.class).told).containsExactly("message:send first");
		}, ErrorHandlers.class);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsAreUsedWhereSpringBootDoes() {
		this.contextRunner.withUserConfiguration(Recorder.class)
			.withPropertyValues("spring.threads.virtual.enabled=true")
			.run((context) -> {
				dispatch(context, "message:send", Map.of());
				assertThat(received(context)).allMatch((thread) -> thread.startsWith("VirtualThread"));
			});
	}

	@Test
	void lazyListenersAreHeardToo() {
		run(LazyRecorder.class, (context) -> {
			dispatch(context, "message:send", Map.of());
			assertThat(received(context)).hasSize(1);
		});
	}

	@Test
	void conversationIsAvailableElsewhere() {
		run(Recorder.class, (context) -> {
			ReactiveCrispConversation conversation = context.getBean(ReactiveCrispClient.class).conversation("w", "s");
			conversation.reply("Hi").block();
			conversation.startTyping().block();
			conversation.assign("operator").block();
			conversation.unassign().block();
			assertThat(calls()).containsExactly("POST message text", "PATCH compose start", "PATCH routing",
					"PATCH routing");
		});
	}

	private void run(Class<?> listeners, ContextConsumer<AssertableApplicationContext> test, Class<?>... more) {
		this.contextRunner.withUserConfiguration(listeners).withUserConfiguration(more).run(test);
	}

	private static BlockingQueue<String> received(AssertableApplicationContext context) {
		return context.getBean(Recording.class).received;
	}

	/**
	 * The calls that were made: method, last segment of the path, and type of the body.
	 */
	private static List<String> calls() {
		List<ServeEvent> events = new ArrayList<>(crisp.getAllServeEvents());
		Collections.reverse(events);
		return events.stream()
			.map(ServeEvent::getRequest)
			.map((request) -> request.getMethod() + " " + request.getUrl().replaceFirst(".*/", "")
					+ CrispJson.mapper()
						.readTree(request.getBody())
						.path("type")
						.asStringOpt()
						.map(" "::concat)
						.orElse(""))
			.toList();
	}

	private static void dispatch(AssertableApplicationContext context, String name, Map<String, Object> fields) {
		Map<String, Object> data = new LinkedHashMap<>(Map.of("website_id", "w1", "session_id", "s"));
		data.putAll(fields);
		JsonNode json = CrispJson.mapper().valueToTree(data);
		CrispEvent event = context.getBean(CrispEventReader.class).read(name, null, json);
		context.getBean(CrispEventDispatcher.class)
			.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.now(), json))
			.block(Duration.ofSeconds(10));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

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
		void none(ReactiveCrispConversation conversation) {
			this.received.add("none session:set_state");
		}

	}

	static class WithContext extends Recording {

		@CrispListener
		void on(ReactiveCrispConversation conversation, MessageSend message, CrispDelivery delivery) {
			this.received.add(delivery.transport() + " " + delivery.websiteId() + " " + conversation.sessionId() + " "
					+ delivery.isReplyable());
			conversation.note("Look").block();
			conversation.changeState(ConversationState.RESOLVED).block();
			conversation.assign("operator").block();
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

	static class Programs extends Recording {

		@CrispListener(automated = true)
		String asks(MessageSend message) {
			this.received.add("asks");
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

		final BlockingQueue<String> told = new LinkedBlockingQueue<>();

		@Bean
		CrispListenerErrorHandler errorHandler() {
			return (failure, event, delivery) -> this.told.add(event.name() + " " + failure.getMessage());
		}

	}

}
