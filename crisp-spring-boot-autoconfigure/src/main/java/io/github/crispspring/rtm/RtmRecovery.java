package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.client.plugin.PluginConnectClient;
import io.github.crispspring.client.plugin.PluginConnectWebsite;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.log.LogMessage;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * Reads through REST what visitors wrote while there was no connection, and hands it to
 * the listeners as if it had come over it.
 */
final class RtmRecovery {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	/**
	 * How much older than the gap a message may be, as our clock and Crisp's differ. What
	 * is read twice so is recognised as a duplicate.
	 */
	private static final Duration OVERLAP = Duration.ofSeconds(10);

	/**
	 * How many messages of one conversation are recovered at most, the newest.
	 */
	private static final int MAX_MESSAGES = 1000;

	private static final ConversationListQuery NEWEST_FIRST = ConversationListQuery.builder()
		.perPage(50)
		.orderDateUpdated(true)
		.build();

	private final RtmCredentials credentials;

	private final List<String> rooms;

	private final RtmInbox inbox;

	private final Clock clock;

	private final PluginConnectClient plugin;

	private final WebsiteConversationClient conversations;

	private final Messages messages;

	private final RtmRequests requests = new RtmRequests();

	private @Nullable Instant asked;

	RtmRecovery(RtmCredentials credentials, List<String> rooms, CrispRest rest, RtmInbox inbox, Clock clock) {
		this.credentials = credentials;
		this.rooms = rooms;
		this.inbox = inbox;
		this.clock = clock;
		this.plugin = rest.client(PluginConnectClient.class);
		this.conversations = rest.client(WebsiteConversationClient.class);
		this.messages = rest.client(Messages.class);
	}

	/**
	 * Ask for what happened from a time on.
	 */
	void ask(Instant from) {
		synchronized (this) {
			this.asked = (this.asked == null || from.isBefore(this.asked)) ? from : this.asked;
		}
		this.requests.ask();
	}

	/**
	 * Recover what is asked for.
	 * @return never completes
	 */
	Mono<Void> serve() {
		return this.requests.serve(this::recover);
	}

	private Mono<Void> recover() {
		Instant from;
		synchronized (this) {
			from = this.asked;
			this.asked = null;
		}
		return (from != null) ? recover(from.minus(OVERLAP)) : Mono.empty();
	}

	private Mono<Void> recover(Instant since) {
		return websites().concatMap((websiteId) -> recover(websiteId, since))
			.count()
			.doOnNext((count) -> logger.info(LogMessage.format(
					"Messages of visitors since %s were read through REST: %d, those already handled included", since,
					count)))
			.onErrorResume((ex) -> {
				logger.warn(LogMessage.format("Messages since %s could not be recovered: %s", since, ex.getMessage()));
				return Mono.empty();
			})
			.then();
	}

	private Flux<String> websites() {
		if (!this.rooms.isEmpty()) {
			return Flux.fromIterable(this.rooms);
		}
		String websiteId = this.credentials.websiteId();
		if (websiteId != null || this.credentials.tier() != CrispTier.PLUGIN) {
			return Mono.justOrEmpty(websiteId).flux();
		}
		return CrispPages.all(this.plugin::listAllConnectWebsites).mapNotNull(PluginConnectWebsite::websiteId);
	}

	private Flux<JsonNode> recover(String websiteId, Instant since) {
		return conversations(websiteId, since).concatMap((sessionId) -> recover(websiteId, sessionId, since))
			.onErrorResume((ex) -> {
				logger.warn(LogMessage.format("Not all messages of website %s since %s could be recovered: %s",
						websiteId, since, ex.getMessage()));
				return Flux.empty();
			});
	}

	/**
	 * A conversation that changes while the pages are read moves to a page that was read
	 * before: these are found by reading a second time.
	 */
	private Flux<String> conversations(String websiteId, Instant since) {
		return Flux.defer(() -> {
			Instant begin = this.clock.instant();
			return Flux.concat(changed(websiteId, since), changed(websiteId, begin.minus(OVERLAP)));
		}).map(Conversation::sessionId).distinct();
	}

	private Flux<Conversation> changed(String websiteId, Instant since) {
		return CrispPages.all((page) -> this.conversations.listConversations(websiteId, page, NEWEST_FIRST))
			.takeWhile((conversation) -> isSince(conversation.updatedAt(), since));
	}

	private boolean isSince(@Nullable Instant time, Instant since) {
		return time == null || !time.isBefore(since);
	}

	private Flux<JsonNode> recover(String websiteId, String sessionId, Instant since) {
		return CrispPages
			.backwards((time) -> this.messages.list(websiteId, sessionId, new MessageListQuery(time, null, null)),
					this::time, (message) -> message.path("fingerprint").asString(""))
			.takeWhile((message) -> !time(message).isBefore(since))
			.filter((message) -> "user".equals(message.path("from").asString("")))
			.take(MAX_MESSAGES)
			.collectList()
			.doOnNext(Collections::reverse)
			.flatMapIterable((messages) -> messages)
			.concatMap((message) -> deliver(websiteId, sessionId, message).thenReturn(message));
	}

	private Mono<Void> deliver(String websiteId, String sessionId, JsonNode message) {
		ObjectNode data = ((ObjectNode) message).put("website_id", websiteId).put("session_id", sessionId);
		return this.inbox.acceptRecovered(MessageSend.NAME, websiteId, time(message), data);
	}

	private Instant time(JsonNode message) {
		Instant time = CrispJson.readInstant(message.path("timestamp"));
		return (time != null) ? time : Instant.EPOCH;
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
