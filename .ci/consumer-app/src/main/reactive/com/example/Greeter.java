package com.example;

import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

@Component
class Greeter {

	private final ReactiveWebsiteConversationClient conversations;

	Greeter(ReactiveWebsiteConversationClient conversations) {
		this.conversations = conversations;
	}

	@CrispListener(from = Sender.USER)
	Mono<Void> greet(MessageSend message) {
		return this.conversations
			.sendMessageInConversation(message.websiteId(), message.sessionId(), MessageContent.text("Hello!"))
			.then();
	}

}
