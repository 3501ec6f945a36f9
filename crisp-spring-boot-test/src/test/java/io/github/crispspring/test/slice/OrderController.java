package io.github.crispspring.test.slice;

import java.util.Map;

import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.SentConversationMessage;
import io.github.crispspring.message.MessageContent;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

	private final ReactiveWebsiteConversationClient conversations;

	OrderController(ReactiveWebsiteConversationClient conversations) {
		this.conversations = conversations;
	}

	@PostMapping("/orders/{sessionId}/shipped")
	Mono<Map<String, Boolean>> shipped(@PathVariable String sessionId) {
		Mono<SentConversationMessage> sent = this.conversations.sendMessageInConversation("shop", sessionId,
				MessageContent.text("Your order is on its way."));
		return this.conversations.checkConversationExists("shop", sessionId)
			.flatMap((exists) -> exists ? sent.thenReturn(true) : Mono.just(false))
			.map((notified) -> Map.of("notified", notified));
	}

}
