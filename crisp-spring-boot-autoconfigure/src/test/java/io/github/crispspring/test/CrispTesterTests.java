package io.github.crispspring.test;

import java.util.Map;

import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.TextContent;
import io.github.crispspring.rtm.CrispRtm;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests as users write them. Where Crisp is said to be, nobody listens.
 */
@SpringBootTest(properties = { "crisp.identifier=real", "crisp.key=real", "crisp.rest.base-url=http://localhost:1" })
@AutoConfigureCrispTester
class CrispTesterTests {

	@Autowired
	private CrispTester crisp;

	@Test
	void replyIsTold() {
		assertThat(this.crisp.visitorWrites("Hi").replies()).containsExactly(MessageContent.text("You said Hi"));
	}

	@Test
	void sameTextTwiceIsTwoMessages() {
		assertThat(this.crisp.visitorWrites("again").replies()).hasSize(1);
		assertThat(this.crisp.visitorWrites("again").replies()).hasSize(1);
	}

	@Test
	void otherCallsAreToldToo() {
		CrispTester.Outcome outcome = this.crisp.deliver(SessionSetState.NAME, """
				{"session_id": "s", "state": "resolved"}""");
		assertThat(outcome.calls()).singleElement().satisfies((call) -> {
			assertThat(call.method()).isEqualTo(HttpMethod.PATCH);
			assertThat(call.path()).isEqualTo("/v1/website/" + CrispTester.WEBSITE_ID + "/conversation/s/compose");
			assertThat(call.body().path("type").asString()).isEqualTo("stop");
		});
		assertThat(outcome.replies()).isEmpty();
	}

	@Test
	void answerCanBeSet() {
		this.crisp.answer(HttpMethod.GET, "/v1/website/" + CrispTester.WEBSITE_ID + "/conversation/known",
				Map.of("session_id", "known", "topic", "Order 42"));
		assertThat(this.crisp.visitorWrites("known", "topic?").replies())
			.containsExactly(MessageContent.text("Order 42"));
	}

	@Test
	void failureOfAListenerReachesTheTest() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.crisp.visitorWrites("fail"));
	}

	@Test
	void noConnectionIsMade(@Autowired ObjectProvider<CrispRtm> rtm) {
		assertThat(rtm.stream()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@VisitorTextListener
		String answer(MessageSend message, ReactiveCrispConversation conversation) {
			String text = (message.content() instanceof TextContent content) ? content.text() : "";
			return switch (text) {
				case "fail" -> throw new IllegalArgumentException("fail");
				case "topic?" -> conversation.get().block().topic();
				default -> "You said " + text;
			};
		}

		@CrispListener
		void on(SessionSetState state, ReactiveCrispConversation conversation) {
			conversation.stopTyping().block();
		}

	}

}
