package io.github.crispspring.readme;

import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.website.conversation.ConversationMeta;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * The application of the second test in the README.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class PersonalGreeterApplication {

	private final ReactiveWebsiteConversationClient conversations;

	PersonalGreeterApplication(ReactiveWebsiteConversationClient conversations) {
		this.conversations = conversations;
	}

	@VisitorTextListener
	Mono<String> greet(MessageSend message) {
		return this.conversations.getConversationMetas(message.websiteId(), message.sessionId())
			.mapNotNull(ConversationMeta::nickname)
			.map("Hello %s!"::formatted)
			.onErrorReturn(CrispNotFoundException.class, "Hello!");
	}

}
