package io.github.crispspring.rtm;

import java.util.List;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.client.plugin.PluginConnectWebsite;
import io.github.crispspring.client.plugin.ReactivePluginConnectClient;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * Reads websites, conversations and messages through REST, and counts the calls.
 */
final class RtmHistoryReader {

	private static final ConversationListQuery NEWEST_FIRST = ConversationListQuery.builder()
		.perPage(50)
		.orderDateUpdated(true)
		.build();

	private final RtmCredentials credentials;

	private final List<String> rooms;

	private final ReactivePluginConnectClient plugin;

	private final ReactiveWebsiteConversationClient conversations;

	private final Messages messages;

	private final Runnable calls;

	/**
	 * Create a reader.
	 * @param credentials the credentials
	 * @param rooms the identifiers of the websites, none for all
	 * @param rest the REST API
	 * @param calls is run for each call
	 */
	RtmHistoryReader(RtmCredentials credentials, List<String> rooms, CrispRest rest, Runnable calls) {
		this.credentials = credentials;
		this.rooms = rooms;
		this.plugin = rest.client(ReactivePluginConnectClient.class);
		this.conversations = rest.client(ReactiveWebsiteConversationClient.class);
		this.messages = rest.client(Messages.class);
		this.calls = calls;
	}

	/**
	 * Read the identifiers of the websites.
	 */
	Flux<String> websites() {
		if (!this.rooms.isEmpty()) {
			return Flux.fromIterable(this.rooms);
		}
		String websiteId = this.credentials.websiteId();
		if (websiteId != null || this.credentials.tier() != CrispTier.PLUGIN) {
			return Mono.justOrEmpty(websiteId).flux();
		}
		return CrispPages.all((page) -> counted(() -> this.plugin.listAllConnectWebsites(page)))
			.mapNotNull(PluginConnectWebsite::websiteId)
			.distinct();
	}

	/**
	 * Read a page of conversations, the last changed first.
	 */
	Flux<Conversation> conversations(String websiteId, int page) {
		return counted(() -> this.conversations.listConversations(websiteId, page, NEWEST_FIRST));
	}

	/**
	 * Read a page of messages.
	 */
	Flux<JsonNode> messages(String websiteId, String sessionId, MessageListQuery query) {
		return counted(() -> this.messages.list(websiteId, sessionId, query));
	}

	private <T> Flux<T> counted(Supplier<Flux<T>> call) {
		return Flux.defer(() -> {
			this.calls.run();
			return call.get();
		});
	}

	/**
	 * Messages as Crisp has them: as events, they are read like those that come over the
	 * connection.
	 */
	interface Messages {

		@GetExchange("/v1/website/{websiteId}/conversation/{sessionId}/messages")
		Flux<JsonNode> list(@PathVariable String websiteId, @PathVariable String sessionId,
				@QueryFields MessageListQuery query);

	}

}
