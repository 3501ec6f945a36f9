package io.github.crispspring.test;

import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test runs twice in the same context. What the first run leaves fails the second.
 */
@TesterTest
class CrispTesterResetTests {

	@Autowired
	private CrispTester crisp;

	@Autowired
	private WebsiteConversationClient conversations;

	@RepeatedTest(2)
	void callsAreReset() {
		assertThat(this.crisp.calls()).isEmpty();
		this.crisp.visitorWrites("Hi");
	}

	@RepeatedTest(2)
	void stubsAreReset() {
		assertThat(this.conversations.checkConversationExists("w", "s")).isFalse();
		this.crisp.given(HttpMethod.HEAD, "/v1/website/w/conversation/s").respondWithStatus(HttpStatus.OK);
	}

	@RepeatedTest(2)
	void conversationsAreReset() {
		assertThat(this.crisp.conversation().messages()).isEmpty();
		this.crisp.visitorWrites("Hi");
	}

	@RepeatedTest(2)
	void handledEventsAreReset() {
		assertThat(this.crisp.deliver(MessageSend.NAME, """
				{"session_id": "s", "type": "text", "from": "user", "content": "Hi", "fingerprint": 7}""").replies())
			.hasSize(1);
	}

}
