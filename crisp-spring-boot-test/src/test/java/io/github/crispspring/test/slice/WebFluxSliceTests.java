package io.github.crispspring.test.slice;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import io.github.crispspring.test.AutoConfigureCrispTester;
import io.github.crispspring.test.CrispTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@WebFluxTest(properties = { "crisp.identifier=test", "crisp.key=test" })
@AutoConfigureCrispTester
@Import(Greeter.class)
class WebFluxSliceTests {

	@Autowired
	private WebTestClient web;

	@Autowired
	private CrispTester crisp;

	@Test
	void controllerCallsCrisp() {
		this.crisp.conversation("shop", "s").withMessage(Sender.USER, MessageContent.text("Where is my order?"));
		this.web.post()
			.uri("/orders/s/shipped")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.notified")
			.isEqualTo(true);
		assertThat(this.crisp.conversation("shop", "s").messages()).extracting(ConversationMessage::text)
			.containsExactly("Where is my order?", "Your order is on its way.");
	}

	@Test
	void importedListenerReceivesEvents() {
		assertThat(this.crisp.visitorWrites("Hi").replies()).containsExactly(MessageContent.text("Hello"));
	}

}
