package io.github.crispspring.readme;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.rtm.CrispRtmGapEvent;
import io.github.crispspring.rtm.CrispRtmRejectedEvent;
import io.github.crispspring.signature.CrispIdentitySigner;
import io.github.crispspring.signature.CrispSignature;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.jdbc.lock.LockRepository;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.redis.metadata.RedisMetadataStore;
import org.springframework.integration.redis.util.RedisLockRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The Java of the README, so that it compiles.
 */
final class Snippets {

	private Snippets() {
	}

	class Answering {

		@VisitorTextListener(typing = true)
		String answer(MessageSend message, CrispConversation conversation) {
			conversation.note("The bot answered this one.");
			return "Hello!";
		}

	}

	class StoringForLater {

		@Bean
		CrispListenerErrorHandler storeForLater(JdbcClient jdbc) {
			return (failure, event, delivery) -> jdbc.sql("INSERT INTO failed_event (name, data) VALUES (?, ?)")
				.params(event.name(), delivery.raw().toString())
				.update();
		}

	}

	class JdbcReplicas {

		@Bean
		DefaultLockRepository lockRepository(DataSource dataSource) {
			DefaultLockRepository repository = new DefaultLockRepository(dataSource);
			// Only for PostgreSQL, which logs each insert that fails
			repository.setInsertQuery(repository.getInsertQuery() + " ON CONFLICT DO NOTHING");
			return repository;
		}

		@Bean
		JdbcLockRegistry lockRegistry(LockRepository repository) {
			return new JdbcLockRegistry(repository);
		}

		@Bean
		JdbcMetadataStore metadataStore(DataSource dataSource) {
			return new JdbcMetadataStore(dataSource);
		}

	}

	class RedisReplicas {

		@Bean
		RedisLockRegistry lockRegistry(RedisConnectionFactory connections) {
			return new RedisLockRegistry(connections, "locks");
		}

		@Bean
		RedisMetadataStore metadataStore(RedisConnectionFactory connections) {
			return new RedisMetadataStore(connections);
		}

	}

	@Component
	class ConnectionWatch {

		private static final Log logger = LogFactory.getLog(ConnectionWatch.class);

		@EventListener
		void on(CrispRtmRejectedEvent event) {
			logger.error("The bot is not connected: " + event.getState());
		}

		@EventListener
		void on(CrispRtmGapEvent gap) {
			logger.warn("Events may be missing from " + gap.getFrom() + " to " + gap.getTo());
		}

	}

	@Service
	class Conversations {

		private final WebsiteConversationClient conversations;

		Conversations(WebsiteConversationClient conversations) {
			this.conversations = conversations;
		}

		List<Conversation> unresolved(String websiteId) {
			ConversationListQuery query = ConversationListQuery.builder().filterNotResolved(true).build();
			return this.conversations.listConversations(websiteId, 1, query);
		}

		void close(String websiteId, String sessionId) {
			this.conversations.sendMessageInConversation(websiteId, sessionId, MessageContent.text("Good bye!"));
			this.conversations.changeConversationState(websiteId, sessionId, ConversationState.RESOLVED);
		}

	}

	class More {

		private final WebsiteConversationClient conversations;

		More(WebsiteConversationClient conversations) {
			this.conversations = conversations;
		}

		Stream<Conversation> all(String websiteId) {
			return CrispPages.stream((page) -> this.conversations.listConversations(websiteId, page));
		}

		Stream<ConversationMessage> history(String websiteId, String sessionId) {
			return CrispPages.streamBackwards(
					(time) -> this.conversations.getMessagesInConversation(websiteId, sessionId,
							new MessageListQuery(time, null, null)),
					ConversationMessage::timestamp, ConversationMessage::fingerprint);
		}

		@Bean(defaultCandidate = false)
		CrispClient acme(CrispClient crisp) {
			return crisp.mutate().credentials(new CrispCredentials("identifier", "key", CrispTier.WEBSITE)).build();
		}

	}

	class Signatures {

		String signed(String secret, String timestamp, byte[] body) {
			return new CrispSignature(secret).sign(timestamp, body);
		}

		String verifiedEmail(String secret, String email) {
			return new CrispIdentitySigner(secret).sign(email);
		}

	}

	@ImportHttpServices(group = "crisp", types = Routes.class)
	class Group {

	}

	interface Routes {

		@GetExchange("/v1/website/{websiteId}/thing/{thingId}")
		Map<String, Object> getThing(@PathVariable String websiteId, @PathVariable String thingId);

	}

}
