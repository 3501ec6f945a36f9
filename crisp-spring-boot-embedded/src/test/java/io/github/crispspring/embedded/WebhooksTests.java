package io.github.crispspring.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Webhooks of an embedded Crisp.
 */
class WebhooksTests {

	private final EmbeddedCrisp crisp = EmbeddedCrisp.builder().redeliveryDelay(Duration.ofMillis(20)).start();

	private WebhookReceiver receiver = new WebhookReceiver((number) -> 200);

	@AfterEach
	void close() {
		this.crisp.close();
		this.receiver.close();
	}

	@Test
	void eventsWaitUntilTheApplicationListens() {
		this.crisp.visitor("Ada").writes("Hi");
		assertThat(this.crisp.deliveries()).isNotEmpty().noneMatch(EmbeddedDelivery::isEnded);
		this.crisp.webhookUrl(this.receiver.url());
		assertThat(this.receiver.await(3)).extracting(WebhookReceiver.Request::event)
			.containsExactly("session:request:initiated", "message:send", "session:set_state");
	}

	@Test
	void pluginWebhookIsSigned() {
		this.crisp.webhookUrl(this.receiver.url());
		this.crisp.trigger("session:set_state");
		WebhookReceiver.Request request = this.receiver.await(1).get(0);
		assertThat(request.headers().get("X-Crisp-Signature")).isEqualTo(WebhookSender.sign(this.crisp.webhookSecret(),
				request.headers().get("X-Crisp-Request-Timestamp"), request.body()));
	}

	@Test
	void signatureIsTheHmacOfTimestampAndBody() {
		assertThat(WebhookSender.sign("secret", "1632396148743", "{}".getBytes()))
			.isEqualTo("878b8aa3ff6d0fafc33ad90b984eb3c6df0311ed998bd0cdf54afe7aa4caa59e");
	}

	@Test
	void websiteWebhookHasAKeyInsteadOfASignature() {
		this.crisp.webhookKind(EmbeddedCrisp.WebhookKind.WEBSITE);
		this.crisp.webhookUrl(this.receiver.url());
		this.crisp.trigger("message:send");
		WebhookReceiver.Request request = this.receiver.await(1).get(0);
		assertThat(request.uri()).isEqualTo("/crisp/webhook?key=" + this.crisp.webhookKey());
		assertThat(request.headers().contains("X-Crisp-Signature")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spam:message", "people:import:done", "widget:action:processed" })
	void eventOfTheRealtimeConnectionOnlyIsNotSent(String event) {
		assertThat(this.crisp.trigger(event).state()).isEqualTo(EmbeddedDelivery.State.NOT_SENT);
	}

	@Test
	void everyOtherEventIsDelivered() {
		this.crisp.webhookUrl(this.receiver.url());
		List<EmbeddedDelivery> triggered = this.crisp.events().stream().sorted().map(this.crisp::trigger).toList();
		Set<String> expected = triggered.stream()
			.filter((delivery) -> delivery.state() != EmbeddedDelivery.State.NOT_SENT)
			.map(EmbeddedDelivery::event)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(expected).hasSizeGreaterThan(65);
		assertThat(this.receiver.await(expected.size())).extracting(WebhookReceiver.Request::event)
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void rejectedEventIsDeliveredAgainUntilItIsAccepted() {
		this.receiver.close();
		this.receiver = new WebhookReceiver((number) -> (number < 3) ? 503 : 200);
		this.crisp.webhookUrl(this.receiver.url());
		long id = this.crisp.trigger("message:send").id();
		EmbeddedDelivery delivery = this.crisp.awaitDelivery((each) -> each.id() == id && each.isEnded());
		assertThat(delivery.state()).isEqualTo(EmbeddedDelivery.State.DELIVERED);
		assertThat(delivery.attempts()).extracting(EmbeddedDelivery.Attempt::status).containsExactly(503, 503, 200);
		assertThat(this.receiver.requests()).extracting((request) -> request.headers().get("X-Delivery-Attempt-Count"))
			.containsExactly("1", "2", "3");
		assertThat(this.receiver.requests().get(0).headers().get("X-Delivery-Attempt-Limit")).isEqualTo("5");
	}

	@Test
	void deliveryEndsAfterTheLastAttempt() {
		this.receiver.close();
		this.receiver = new WebhookReceiver((number) -> 302);
		this.crisp.webhookUrl(this.receiver.url());
		long id = this.crisp.trigger("message:send").id();
		EmbeddedDelivery delivery = this.crisp.awaitDelivery((each) -> each.id() == id && each.isEnded());
		assertThat(delivery.state()).isEqualTo(EmbeddedDelivery.State.FAILED);
		assertThat(delivery.attempts()).hasSize(5);
	}

	@Test
	void deliveryCanBeResent() {
		this.crisp.webhookUrl(this.receiver.url());
		EmbeddedDelivery delivery = this.crisp.trigger("message:send");
		this.crisp.resend(delivery.id());
		assertThat(this.receiver.await(2)).extracting(WebhookReceiver.Request::text).containsOnly(delivery.body());
	}

	@Test
	void faultsForgeAgeAndDuplicate() {
		this.crisp.faults().forgeSignature(1).duplicate(1);
		this.crisp.webhookUrl(this.receiver.url());
		this.crisp.trigger("message:send");
		WebhookReceiver.Request forged = this.receiver.await(2).get(0);
		assertThat(forged.headers().get("X-Crisp-Signature")).isNotEqualTo(WebhookSender
			.sign(this.crisp.webhookSecret(), forged.headers().get("X-Crisp-Request-Timestamp"), forged.body()));
		assertThat(this.receiver.requests().get(1).text()).isEqualTo(forged.text());
		this.crisp.faults().staleSignature(1);
		this.crisp.trigger("message:send");
		assertThat(Long.parseLong(this.receiver.await(3).get(2).headers().get("X-Crisp-Request-Timestamp")))
			.isLessThan(System.currentTimeMillis() - Duration.ofHours(23).toMillis());
	}

	@Test
	void resetForgetsManyEventsThatWaitForOneThatIsBeingDelivered() {
		this.receiver.close();
		this.receiver = new WebhookReceiver((number) -> 503);
		this.crisp.webhookUrl(this.receiver.url());
		for (int i = 0; i < 900; i++) {
			this.crisp.trigger("message:send");
		}
		this.receiver.await(1);
		this.crisp.reset();
		assertThat(this.crisp.deliveries()).isEmpty();
		this.crisp.trigger("session:set_email");
		this.crisp.awaitDelivery((delivery) -> !delivery.attempts().isEmpty());
	}

	@Test
	void resetForgetsWhatIsNotDelivered() {
		this.crisp.visitor("Ada").writes("Hi");
		this.crisp.reset();
		this.crisp.webhookUrl(this.receiver.url());
		this.crisp.trigger("session:set_email");
		assertThat(this.receiver.await(1)).extracting(WebhookReceiver.Request::event)
			.containsExactly("session:set_email");
	}

}
