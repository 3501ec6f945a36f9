package io.github.crispspring.embedded.test;

import java.time.Duration;
import java.util.List;

import io.github.crispspring.autoconfigure.CrispConnectionDetails;
import io.github.crispspring.autoconfigure.CrispWebhookConnectionDetails;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedDelivery;
import io.github.crispspring.embedded.EmbeddedTranscript;
import io.github.crispspring.embedded.EmbeddedVisitor;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.TextContent;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.testsupport.WaitLimit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of an application with an embedded Crisp.
 */
class AutoConfigureEmbeddedCrispTests {

	@Nested
	@SpringBootTest(classes = Echo.class)
	@AutoConfigureEmbeddedCrisp
	class OverTheRealtimeConnection {

		@Autowired
		private EmbeddedCrisp crisp;

		@Test
		void visitorReceivesAReply() {
			EmbeddedConversation conversation = this.crisp.visitor("Ada").writes("Hi");
			assertThat(conversation.awaitReply().text()).isEqualTo("You wrote: Hi");
			assertThat(this.crisp.transport()).isEqualTo(EmbeddedCrisp.Transport.RTM);
		}

		@Test
		void listenersThatWereCalledAreRecorded() {
			this.crisp.visitor("Ada").writes("Hi").awaitReply();
			assertThat(this.crisp.deliveries()).filteredOn((each) -> each.event().equals("message:send"))
				.singleElement()
				.extracting(EmbeddedDelivery::listeners, InstanceOfAssertFactories.LIST)
				.singleElement(InstanceOfAssertFactories.STRING)
				.contains("Echo.echo");
		}

		@RepeatedTest(3)
		void eachTestBeginsWithoutState() {
			assertThat(this.crisp.conversations()).isEmpty();
			assertThat(this.crisp.deliveries()).isEmpty();
			assertThat(this.crisp.calls()).isEmpty();
			this.crisp.visitor("Ada").writes("Hi").awaitReply();
			this.crisp.faults().exceedQuota(true);
		}

		@Test
		void transcriptIsReplayed() {
			EmbeddedConversation replayed = this.crisp.replay(EmbeddedTranscript.parse("""
					{"nickname": "Ada", "entries": [
					{"from": "user", "text": "One"}, {"from": "operator", "text": "Something else"},
					{"from": "user", "text": "Two"}]}"""));
			replayed.awaitReply();
			assertThat(replayed.transcript().entries()).extracting(EmbeddedTranscript.Entry::text)
				.containsExactly("One", "You wrote: One", "Two", "You wrote: Two");
		}

		@Test
		void eventDuringAnOutageIsMissed() {
			this.crisp.faults().cutRtm(WaitLimit.DURATION);
			assertThat(this.crisp.isRtmConnected()).isFalse();
			assertThat(this.crisp.trigger("message:send").state()).isEqualTo(EmbeddedDelivery.State.MISSED);
			this.crisp.faults().reset();
			this.crisp.awaitRtmConnected();
		}

	}

	@Nested
	@SpringBootTest(classes = Echo.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
	@AutoConfigureEmbeddedCrisp
	@TestPropertySource(properties = { "crisp.identifier=real", "crisp.key=real", "crisp.webhook.secret=real" })
	class ByWebhookInsteadOfConfiguredCredentials {

		@Autowired
		private EmbeddedCrisp crisp;

		@Test
		void visitorReceivesAReply() {
			assertThat(this.crisp.visitor("Ada").writes("Hi").awaitReply().text()).isEqualTo("You wrote: Hi");
			EmbeddedDelivery delivery = this.crisp
				.awaitDelivery((each) -> each.event().equals("message:send") && each.isEnded());
			assertThat(delivery.attempts()).singleElement().extracting(EmbeddedDelivery.Attempt::status).isEqualTo(200);
		}

		@Test
		void listenersThatWereCalledAreRecorded() {
			EmbeddedVisitor visitor = this.crisp.visitor("Ada");
			visitor.writes("Hi").awaitReply();
			// Not a text
			visitor.sendsFile("plan.pdf", "https://example.com/plan.pdf", "application/pdf");
			this.crisp.awaitDelivery((each) -> each.body().contains("plan.pdf") && each.isEnded());
			assertThat(this.crisp.deliveries()).filteredOn((each) -> each.event().equals("message:send"))
				.extracting((each) -> each.listeners().size())
				.containsExactly(1, 0);
		}

		@Test
		void forgedSignatureIsRejected() {
			this.crisp.faults().forgeSignature(1);
			this.crisp.trigger("session:set_email");
			EmbeddedDelivery delivery = this.crisp.awaitDelivery(EmbeddedDelivery::isEnded);
			assertThat(delivery.attempts().get(0).status()).isEqualTo(401);
			assertThat(delivery.attempts().get(1).status()).isEqualTo(200);
		}

		@Test
		void duplicateIsHandledOnce() {
			EmbeddedVisitor visitor = this.crisp.visitor("Ada");
			this.crisp.faults().duplicate(1);
			EmbeddedConversation conversation = visitor.writes("Hi");
			this.crisp.awaitDelivery((each) -> each.isEnded() && each.id() == duplicates().get(1).id());
			assertThat(duplicates()).hasSize(2);
			conversation.awaitReply();
			assertThat(conversation.messages()).hasSize(2);
		}

		private List<EmbeddedDelivery> duplicates() {
			return this.crisp.deliveries().stream().filter((each) -> each.event().equals("message:send")).toList();
		}

	}

	@Nested
	@SpringBootTest(classes = Echo.class)
	@AutoConfigureEmbeddedCrisp
	@TestPropertySource(properties = { "crisp.identifier=real", "crisp.key=real", "crisp.webhook.secret=real" })
	class OverTheRealtimeConnectionInsteadOfAConfiguredWebhook {

		@Test
		void visitorReceivesAReply(@Autowired EmbeddedCrisp crisp) {
			assertThat(crisp.visitor("Ada").writes("Hi").awaitReply().text()).isEqualTo("You wrote: Hi");
		}

	}

	@Nested
	@SpringBootTest(classes = { Echo.class, RealConnection.class })
	@AutoConfigureEmbeddedCrisp
	class OverTheRealtimeConnectionInsteadOfConnectionDetailsOfTheApplication {

		@Test
		void visitorReceivesAReply(@Autowired EmbeddedCrisp crisp) {
			assertThat(crisp.visitor("Ada").writes("Hi").awaitReply().text()).isEqualTo("You wrote: Hi");
		}

	}

	@Nested
	@SpringBootTest(classes = { Echo.class, RealConnection.class },
			webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
	@AutoConfigureEmbeddedCrisp
	class ByWebhookInsteadOfConnectionDetailsOfTheApplication {

		@Test
		void visitorReceivesAReply(@Autowired EmbeddedCrisp crisp) {
			assertThat(crisp.visitor("Ada").writes("Hi").awaitReply().text()).isEqualTo("You wrote: Hi");
			assertThat(crisp.transport()).isEqualTo(EmbeddedCrisp.Transport.WEBHOOK);
		}

	}

	@Nested
	@SpringBootTest(classes = Echo.class)
	@AutoConfigureEmbeddedCrisp
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	class AfterATestThatRejectsCredentials {

		@Autowired
		private EmbeddedCrisp crisp;

		@Test
		@Order(1)
		void credentialsAreRejected(@Autowired CrispRtm rtm) {
			this.crisp.faults().rejectCredentials(true).cutRtm(Duration.ZERO);
			await().until(rtm::state, CrispRtmState.Rejected.class::isInstance);
		}

		@Test
		@Order(2)
		void visitorReceivesAReply() {
			assertThat(this.crisp.visitor("Ada").writes("Hi").awaitReply().text()).isEqualTo("You wrote: Hi");
		}

	}

	@Nested
	@SpringBootTest(classes = Echo.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
	@AutoConfigureEmbeddedCrisp
	class WithAnotherKindOfWebhook {

		@Autowired
		private EmbeddedCrisp crisp;

		@RepeatedTest(2)
		void eachTestBeginsWithTheWebhookOfAPlugin() {
			assertThat(this.crisp.trigger("session:set_routing").state()).isNotEqualTo(EmbeddedDelivery.State.NOT_SENT);
			this.crisp.webhookKind(EmbeddedCrisp.WebhookKind.WEBSITE);
			assertThat(this.crisp.trigger("session:set_routing").state()).isEqualTo(EmbeddedDelivery.State.NOT_SENT);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RealConnection {

		@Bean
		CrispConnectionDetails realConnectionDetails() {
			return () -> new CrispCredentials("real", "real");
		}

		@Bean
		CrispWebhookConnectionDetails realWebhookConnectionDetails() {
			return () -> List.of("real");
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Echo {

		@VisitorTextListener
		String echo(MessageSend message) {
			return "You wrote: " + ((TextContent) message.content()).text();
		}

	}

}
