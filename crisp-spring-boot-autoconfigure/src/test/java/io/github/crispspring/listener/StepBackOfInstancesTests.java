package io.github.crispspring.listener;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.crispspring.client.website.conversation.CrispHandoverStore;
import io.github.crispspring.client.website.conversation.InMemoryCrispHandoverStore;
import io.github.crispspring.event.MessageReceived;
import io.github.crispspring.event.MessageSend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of an application step back if an event is received by one of them.
 */
class StepBackOfInstancesTests {

	@RegisterExtension
	static ListenerTester crisp = new ListenerTester();

	private final AtomicLong fingerprint = new AtomicLong();

	private final CrispHandoverStore store = new InMemoryCrispHandoverStore(10);

	@BeforeEach
	void noOperator() {
		crisp.stubFor(get(urlPathMatching(".*/conversation/s")).willReturn(okJson("{\"data\":{}}")));
		crisp.stubFor(get(urlPathMatching(".*/messages")).willReturn(okJson("{\"data\":[]}")));
	}

	@Test
	void instanceKnowsAtOnceWhatAnotherHasReceivedIfTheyShareAStore() {
		ApplicationContextRunner instance = crisp.with(StepBackTests.Bot.class)
			.withBean(CrispHandoverStore.class, () -> this.store);
		instance.run((one) -> instance.run((other) -> {
			write(one, MessageSend.NAME, Map.of("from", "user"));
			write(other, MessageReceived.NAME, Map.of("from", "operator", "user", Map.of("user_id", "operator-1")));
			crisp.resetRequests();
			write(one, MessageSend.NAME, Map.of("from", "user"));
			write(other, MessageSend.NAME, Map.of("from", "user"));
			assertThat(crisp.calls()).isEmpty();
		}));
	}

	@Test
	void instanceReadsWhatAnotherHasReceivedIfTheyShareNothing() {
		ApplicationContextRunner instance = crisp.with(StepBackTests.Bot.class)
			.withPropertyValues("crisp.listener.handover-refresh-interval=0");
		instance.run((one) -> instance.run((other) -> {
			write(one, MessageSend.NAME, Map.of("from", "user"));
			write(other, MessageReceived.NAME, Map.of("from", "operator", "user", Map.of("user_id", "operator-1")));
			crisp.stubFor(get(urlPathMatching(".*/conversation/s"))
				.willReturn(okJson("{\"data\":{\"assigned\":{\"user_id\":\"operator-1\"}}}")));
			crisp.resetRequests();
			write(one, MessageSend.NAME, Map.of("from", "user"));
			assertThat(crisp.calls()).containsExactly("GET s");
		}));
	}

	private void write(ApplicationContext instance, String event, Map<String, Object> fields) {
		Map<String, Object> message = new HashMap<>(
				Map.of("type", "text", "content", "Hi", "fingerprint", this.fingerprint.incrementAndGet()));
		message.putAll(fields);
		ListenerTester.dispatch(instance, event, message);
	}

}
