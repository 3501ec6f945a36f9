package io.github.crispspring.embedded.test;

import java.util.List;

import io.github.crispspring.embedded.EmbeddedCall;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedDelivery;
import io.github.crispspring.embedded.EmbeddedMessage;
import io.github.crispspring.embedded.EmbeddedVisitor;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of an application with several accounts and an embedded Crisp, in which they are
 * plugins on one website.
 */
class SeveralAccountsTests {

	private static void assertReplies(EmbeddedCrisp crisp) {
		EmbeddedVisitor visitor = crisp.visitor("Ada");
		visitor.writes("Hi");
		await().until(() -> replies(crisp).size() == 3);
		assertThat(replies(crisp)).extracting(EmbeddedCall::account).containsExactlyInAnyOrder("default", "a", "b");
		assertThat(replies(crisp))
			.allSatisfy((call) -> assertThat(call.requestBody()).contains("Hello from " + call.account()));
		assertThat(visitor.conversation().messages()).extracting(EmbeddedMessage::text)
			.contains("Hello from a", "Hello from b", "Hello from default");
	}

	private static List<EmbeddedCall> replies(EmbeddedCrisp crisp) {
		return crisp.calls()
			.stream()
			.filter((call) -> call.method().equals("POST") && call.uri().endsWith("/message"))
			.toList();
	}

	@Nested
	@SpringBootTest(classes = Application.class)
	@AutoConfigureEmbeddedCrisp
	@TestPropertySource(properties = { "crisp.accounts.a.identifier=a", "crisp.accounts.a.key=key",
			"crisp.accounts.b.identifier=b", "crisp.accounts.b.key=key" })
	class OverRealtimeConnections {

		@Autowired
		private EmbeddedCrisp crisp;

		@Autowired
		private ObjectProvider<CrispRtm> connections;

		@Test
		void eachAccountReceivesTheEventAndRepliesWithItsToken() {
			await().until(() -> this.connections.stream(ObjectProvider.UNFILTERED)
				.filter((rtm) -> rtm.state() instanceof CrispRtmState.Ready)
				.count() == 3);
			assertReplies(this.crisp);
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
	@AutoConfigureEmbeddedCrisp
	@TestPropertySource(properties = { "crisp.accounts.a.identifier=a", "crisp.accounts.a.key=key",
			"crisp.accounts.a.webhook.secret=secret of a", "crisp.accounts.b.identifier=b", "crisp.accounts.b.key=key",
			"crisp.accounts.b.webhook.secrets=secret of b" })
	class ByWebhook {

		@Autowired
		private EmbeddedCrisp crisp;

		@Test
		void eachAccountReceivesTheEventAndRepliesWithItsToken() {
			assertReplies(this.crisp);
			assertThat(this.crisp.deliveries()).filteredOn((delivery) -> delivery.event().equals("message:send"))
				.extracting(EmbeddedDelivery::account)
				.containsExactlyInAnyOrder("default", "a", "b");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@CrispListener
		String greet(MessageSend message, CrispDelivery delivery) {
			return "Hello from " + delivery.account();
		}

	}

}
