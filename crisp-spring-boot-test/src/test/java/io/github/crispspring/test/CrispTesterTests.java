package io.github.crispspring.test;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.rtm.CrispRtm;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Events of a test, as users write them.
 */
@TesterTest
class CrispTesterTests {

	@Autowired
	private CrispTester crisp;

	@Test
	void replyToAVisitorIsReturned() {
		CrispEventResult result = this.crisp.visitorWrites("Größe?");
		assertThat(result.replies()).containsExactly(MessageContent.text("You said Größe?"));
		assertThat(result.notes()).isEmpty();
	}

	@Test
	void sameTextTwiceIsTwoMessages() {
		assertThat(this.crisp.visitorWrites("again").replies()).hasSize(1);
		assertThat(this.crisp.visitorWrites("again").replies()).hasSize(1);
	}

	@Test
	void operatorReachesTheListenersOfOperators() {
		CrispEventResult result = this.crisp.operatorWrites("Hello");
		assertThat(result.notes()).containsExactly(MessageContent.note("Operator wrote Hello"));
		assertThat(result.replies()).isEmpty();
	}

	@Test
	void messageOfAnotherWebsiteIsAnsweredThere() {
		CrispEventResult result = this.crisp.conversation("other-website", "other-session").visitorWrites("Hi");
		assertThat(result.calls()).extracting(CrispCall::path)
			.containsExactly("/v1/website/other-website/conversation/other-session/message");
	}

	@Test
	void anyEventCanBeDelivered() {
		CrispEventResult result = this.crisp
			.deliver(new SessionSetState("website", "session", null, ConversationState.RESOLVED));
		assertThat(result.calls()).singleElement().satisfies((call) -> {
			assertThat(call.method()).isEqualTo(HttpMethod.PATCH);
			assertThat(call.path()).isEqualTo("/v1/website/website/conversation/session/compose");
			assertThat(call.body().path("type").asString()).isEqualTo("stop");
		});
	}

	@Test
	void eventInJsonIsOfTheDefaultWebsite() {
		CrispEventResult result = this.crisp.deliver(SessionSetState.NAME, """
				{"session_id": "session", "state": "resolved"}""");
		assertThat(result.calls()).extracting(CrispCall::path)
			.containsExactly("/v1/website/" + CrispTester.WEBSITE_ID + "/conversation/session/compose");
	}

	@Test
	void resultHasOnlyTheCallsOfItsEvent() {
		this.crisp.visitorWrites("one");
		assertThat(this.crisp.visitorWrites("two").replies()).containsExactly(MessageContent.text("You said two"));
	}

	@Test
	void eventThatWasHandledBeforeIsNotHandledAgain() {
		String message = """
				{"session_id": "session", "type": "text", "from": "user", "content": "Hi", "fingerprint": 7}""";
		assertThat(this.crisp.deliver(MessageSend.NAME, message).replies()).hasSize(1);
		assertThat(this.crisp.deliver(MessageSend.NAME, message).replies()).isEmpty();
	}

	@Test
	void failureOfAListenerFailsTheTest() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.crisp.visitorWrites("fail")).withMessage("failed");
	}

	@Test
	void assertionErrorOfAListenerFailsTheTest() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.crisp.visitorWrites("assert"))
			.withMessage("asserted");
	}

	@Test
	void noConnectionIsEstablished(@Autowired ObjectProvider<CrispRtm> rtm) {
		assertThat(rtm.stream()).isEmpty();
	}

}
