package com.example;

import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;

import org.springframework.stereotype.Component;

@Component
class Greeter {

	private final WebsiteConversationClient conversations;

	Greeter(WebsiteConversationClient conversations) {
		this.conversations = conversations;
	}

	@CrispListener(from = Sender.USER)
	void greet(MessageSend message) {
		this.conversations.sendMessageInConversation(message.websiteId(), message.sessionId(),
				MessageContent.text("Hello!"));
	}

}
