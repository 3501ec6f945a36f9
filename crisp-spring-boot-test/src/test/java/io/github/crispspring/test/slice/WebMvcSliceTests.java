package io.github.crispspring.test.slice;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import io.github.crispspring.test.AutoConfigureCrispTester;
import io.github.crispspring.test.CrispTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(properties = { "crisp.identifier=test", "crisp.key=test" })
@AutoConfigureCrispTester
@Import(Greeter.class)
class WebMvcSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private CrispTester crisp;

	@Test
	void controllerCallsCrisp() {
		this.crisp.conversation("shop", "s").withMessage(Sender.USER, MessageContent.text("Where is my order?"));
		assertThat(this.mvc.post().uri("/orders/s/shipped")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"notified\": true}");
		assertThat(this.crisp.conversation("shop", "s").messages()).extracting(ConversationMessage::text)
			.containsExactly("Where is my order?", "Your order is on its way.");
	}

	@Test
	void controllerHandlesAbsence() {
		assertThat(this.mvc.post().uri("/orders/s/shipped")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"notified\": false}");
	}

	@Test
	void importedListenerReceivesEvents() {
		assertThat(this.crisp.visitorWrites("Hi").replies()).containsExactly(MessageContent.text("Hello"));
	}

}
