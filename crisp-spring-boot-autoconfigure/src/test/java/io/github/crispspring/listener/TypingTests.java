package io.github.crispspring.listener;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Typing, which is shown while a reply takes long and never delays it.
 */
class TypingTests {

	@RegisterExtension
	static final ListenerTester crisp = new ListenerTester();

	@Test
	void typingIsShownUntilAReplyThatTakesLongIsSent() {
		crisp.with(Typing.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("origin", "slow"));
			await().untilAsserted(() -> assertThat(crisp.calls()).containsExactly("PATCH compose start",
					"POST message text", "PATCH compose stop"));
		});
	}

	@Test
	void typingIsEndedWhenTheListenerFails() {
		crisp.with(Typing.class).run((context) -> {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> ListenerTester.dispatch(context, "message:send", Map.of("origin", "fails")));
			await().untilAsserted(
					() -> assertThat(crisp.calls()).containsExactly("PATCH compose start", "PATCH compose stop"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "blocks", "never" })
	void typingIsEndedAtTheTimeLimit(String origin) {
		crisp.with(Typing.class)
			.withPropertyValues("crisp.listener.timeout=3s", "crisp.listener.typing-delay=50ms")
			.run((context) -> {
				assertThat(ListenerTester.outcome(context, "message:send", Map.of("origin", origin)))
					.isInstanceOf(TimeoutException.class);
				await().untilAsserted(
						() -> assertThat(crisp.calls()).containsExactly("PATCH compose start", "PATCH compose stop"));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "silent", "immediate" })
	void typingIsNotShownWithoutAReplyOrBeforeAnImmediateOne(String origin) {
		// Ample for the first reply on a slow machine
		crisp.with(Typing.class).withPropertyValues("crisp.listener.typing-delay=3s").run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("origin", origin));
			ListenerTester.dispatch(context, "message:send", Map.of("origin", "slow"));
			await().untilAsserted(() -> assertThat(crisp.calls()).endsWith("PATCH compose stop"));
			assertThat(crisp.calls()).containsOnlyOnce("PATCH compose start", "PATCH compose stop");
		});
	}

	@Test
	void replyDoesNotWaitForTyping() {
		// Longer than the test waits for the reply
		compose(aResponse().withFixedDelay(2 * (int) WaitLimit.DURATION.toMillis()));
		crisp.with(Typing.class)
			.withPropertyValues("crisp.rest.read-timeout=1h")
			.run((context) -> ListenerTester.dispatch(context, "message:send", Map.of("origin", "slow")));
		crisp.verify(1, postRequestedFor(anyUrl()));
	}

	@Test
	void typingIsNotRetried() {
		compose(aResponse().withStatus(429).withHeader("Retry-After", "0").withBody("{\"error\":true}"));
		crisp.with(Typing.class).run((context) -> {
			ListenerTester.dispatch(context, "message:send", Map.of("origin", "slow"));
			await().untilAsserted(() -> assertThat(crisp.calls()).containsExactly("PATCH compose start",
					"POST message text", "PATCH compose stop"));
		});
	}

	private static void compose(ResponseDefinitionBuilder response) {
		crisp.stubFor(patch(urlPathMatching(".*/compose")).willReturn(response));
	}

	static class Typing {

		@CrispListener(typing = true)
		@Nullable Mono<String> on(MessageSend message) throws InterruptedException {
			switch (String.valueOf(message.origin())) {
				case "slow" -> awaitTyping();
				case "fails" -> {
					awaitTyping();
					throw new IllegalArgumentException("failed");
				}
				case "blocks" -> new CountDownLatch(1).await();
				case "never" -> {
					return Mono.never();
				}
				case "silent" -> {
					return null;
				}
				default -> {
					return Mono.just("Hello!");
				}
			}
			return Mono.just("Hello!");
		}

		private static void awaitTyping() {
			await().until(() -> crisp.calls().contains("PATCH compose start"));
		}

	}

}
