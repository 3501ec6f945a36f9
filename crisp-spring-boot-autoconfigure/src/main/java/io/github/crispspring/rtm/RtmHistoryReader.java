package io.github.crispspring.rtm;

import java.util.Set;
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
import io.github.crispspring.json.CrispJson;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import org.springframework.core.log.LogMessage;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * Reads websites, conversations and messages from the REST API, and counts the calls.
 */
final class RtmHistoryReader {

	private static final Log logger = LogFactory.getLog(RtmHistoryReader.class);

	private static final Set<String> KEPT = Set.of("timestamp", "fingerprint");

	private static final JsonFactory ANY_DEPTH = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
		.build();

	private static final ConversationListQuery NEWEST_FIRST = ConversationListQuery.builder()
		.perPage(50)
		.orderDateUpdated(true)
		.build();

	private final CrispTier tier;

	private final CrispRtmSettings settings;

	private final ReactivePluginConnectClient plugin;

	private final ReactiveWebsiteConversationClient conversations;

	private final Messages messages;

	private final Runnable calls;

	/**
	 * Create a reader.
	 * @param tier the tier of the credentials
	 * @param settings the settings, with the identifiers of the websites
	 * @param rest the REST API
	 * @param calls runs for each call
	 */
	RtmHistoryReader(CrispTier tier, CrispRtmSettings settings, CrispRest rest, Runnable calls) {
		this.tier = tier;
		this.settings = settings;
		this.plugin = rest.client(ReactivePluginConnectClient.class);
		this.conversations = rest.client(ReactiveWebsiteConversationClient.class);
		this.messages = rest.client(Messages.class);
		this.calls = calls;
	}

	/**
	 * Read the identifiers of the websites.
	 */
	Flux<String> websites() {
		if (!this.settings.rooms().isEmpty()) {
			return Flux.fromIterable(this.settings.rooms());
		}
		String websiteId = this.settings.websiteId();
		if (websiteId != null || this.tier != CrispTier.PLUGIN) {
			return Mono.justOrEmpty(websiteId).flux();
		}
		return CrispPages.all((page) -> counted(() -> this.plugin.listAllConnectWebsites(page)))
			.mapNotNull(PluginConnectWebsite::websiteId)
			.distinct();
	}

	/**
	 * Read a page of conversations, the most recently updated first.
	 */
	Flux<Conversation> conversations(String websiteId, int page) {
		return counted(() -> this.conversations.listConversations(websiteId, page, NEWEST_FIRST));
	}

	/**
	 * Read a page of messages. One that cannot be read, as it is nested too deeply, keeps
	 * only its time and fingerprint.
	 */
	Flux<JsonNode> messages(String websiteId, String sessionId, MessageListQuery query) {
		return counted(() -> this.messages.list(websiteId, sessionId, query))
			.map((message) -> readable(String.valueOf(message.rawValue()), websiteId, sessionId));
	}

	private JsonNode readable(String message, String websiteId, String sessionId) {
		try {
			return CrispJson.mapper().readTree(message);
		}
		catch (JacksonException ex) {
			ObjectNode known = withoutContent(message);
			logger.warn(LogMessage.format(
					"Message %s of conversation %s on website %s cannot be recovered: it is nested more deeply than the JSON parser allows. The other messages are recovered",
					known.path("fingerprint"), sessionId, websiteId));
			return known;
		}
	}

	private static ObjectNode withoutContent(String message) {
		ObjectNode known = CrispJson.mapper().createObjectNode();
		try (JsonParser parser = ANY_DEPTH.createParser(ObjectReadContext.empty(), message)) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && KEPT.contains(name)) {
					known.put(name, parser.getLongValue());
				}
				parser.skipChildren();
			}
		}
		catch (JacksonException ex) {
			// Malformed after all; the properties read before the error remain
		}
		return known;
	}

	private <T> Flux<T> counted(Supplier<Flux<T>> call) {
		return Flux.defer(() -> {
			this.calls.run();
			return call.get();
		});
	}

	/**
	 * Route that returns messages as JSON, which is read as events like those received
	 * over the connection.
	 */
	interface Messages {

		@GetExchange("/v1/website/{websiteId}/conversation/{sessionId}/messages")
		Flux<RawValue> list(@PathVariable String websiteId, @PathVariable String sessionId,
				@QueryFields MessageListQuery query);

	}

}
