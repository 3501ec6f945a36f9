package io.github.crispspring.test;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.event.MessageReceived;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TestApplication {

	@VisitorTextListener
	String reply(MessageSend message, CrispConversation conversation) {
		String text = String.valueOf(message.content().text());
		return switch (text) {
			case "fail" -> throw new IllegalArgumentException("failed");
			case "assert" -> throw new AssertionError("asserted");
			case "topic?" -> conversation.get().topic();
			case "count" -> conversation.messages().count() + " messages";
			default -> "You said " + text;
		};
	}

	@CrispListener
	void on(MessageReceived message, CrispConversation conversation) {
		conversation.note(message.user().nickname() + " wrote " + message.content().text());
	}

	@CrispListener
	void on(SessionSetState state, CrispConversation conversation) {
		conversation.stopTyping();
	}

}
