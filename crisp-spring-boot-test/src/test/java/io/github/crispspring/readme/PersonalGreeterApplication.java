package io.github.crispspring.readme;

import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.website.conversation.ConversationMeta;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * The application of the second test in the README.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class PersonalGreeterApplication {

	private final WebsiteConversationClient conversations;

	PersonalGreeterApplication(WebsiteConversationClient conversations) {
		this.conversations = conversations;
	}

	@VisitorTextListener
	String greet(MessageSend message) {
		try {
			ConversationMeta visitor = this.conversations.getConversationMetas(message.websiteId(),
					message.sessionId());
			return "Hello %s!".formatted(visitor.nickname());
		}
		catch (CrispNotFoundException ex) {
			return "Hello!";
		}
	}

}
