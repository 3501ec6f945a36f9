package io.github.crispspring.client.website.conversation;

import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * Calls that read and change who handles a conversation.
 *
 * @param id the identifiers of the website and the conversation
 * @param conversation reads the conversation
 * @param messages reads the newest messages, oldest first
 * @param routing changes the assignment
 */
record HandoverSource(String id, Mono<Conversation> conversation, Mono<List<ConversationMessage>> messages,
		Function<ConversationRoutingUpdate, Mono<Void>> routing) {

	static HandoverSource of(ReactiveWebsiteConversationClient client, String websiteId, String sessionId) {
		return new HandoverSource(id(websiteId, sessionId),
				Mono.defer(() -> client.getConversation(websiteId, sessionId)),
				Mono.defer(() -> client.getMessagesInConversation(websiteId, sessionId).collectList()),
				(update) -> client.assignConversationRouting(websiteId, sessionId, update));
	}

	static HandoverSource of(WebsiteConversationClient client, String websiteId, String sessionId) {
		return new HandoverSource(id(websiteId, sessionId),
				Mono.fromCallable(() -> client.getConversation(websiteId, sessionId)),
				Mono.fromCallable(() -> client.getMessagesInConversation(websiteId, sessionId)),
				(update) -> Mono.fromRunnable(() -> client.assignConversationRouting(websiteId, sessionId, update)));
	}

	static String id(String websiteId, String sessionId) {
		return websiteId + " " + sessionId;
	}

}
