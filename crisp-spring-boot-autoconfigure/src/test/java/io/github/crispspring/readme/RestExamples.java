package io.github.crispspring.readme;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationChange;
import io.github.crispspring.client.website.conversation.ConversationChanges;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.client.website.people.PeopleProfileRequest;
import io.github.crispspring.client.website.people.WebsitePeopleClient;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.model.PeopleProfilePerson;
import io.github.crispspring.upload.CrispUploads;

import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Examples of the REST API.
 */
final class RestExamples {

	private RestExamples() {
	}

	interface Routes {

		@GetExchange("/v1/website/{websiteId}/thing/{thingId}")
		Map<String, Object> getThing(@PathVariable String websiteId, @PathVariable String thingId);

	}

	@ImportHttpServices(group = "crisp", types = Routes.class)
	static class RoutesConfiguration {

	}

	static class FurtherAccount {

		@Bean(defaultCandidate = false)
		CrispClient acme(CrispClient crisp) {
			return crisp.mutate().credentials(new CrispCredentials("identifier", "key", CrispTier.WEBSITE)).build();
		}

	}

	static class Limits {

		CrispClient export(CrispClient crisp) {
			return crisp.mutate().dailyBudget(2000).maxCallsPerSecond(5).build();
		}

	}

	static class Changes {

		private final WebsiteConversationClient conversations;

		private final WebsitePeopleClient people;

		Changes(WebsiteConversationClient conversations, WebsitePeopleClient people) {
			this.conversations = conversations;
			this.people = people;
		}

		void process(String websiteId, String cursor) {
			try (Stream<ConversationChange> changes = ConversationChanges.after(this.conversations, websiteId,
					cursor)) {
				changes.forEach((change) -> {
					process(change.conversation());
					store(change.cursor());
				});
			}
		}

		private void process(Conversation conversation) {
		}

		private void store(String cursor) {
		}

		void save(String websiteId, String email, String name) {
			PeopleProfilePerson person = PeopleProfilePerson.builder().nickname(name).build();
			this.people.addOrUpdatePeopleProfile(websiteId,
					PeopleProfileRequest.builder().email(email).person(person).build());
		}

	}

	static class Invoices {

		private final CrispUploads uploads;

		Invoices(CrispUploads uploads) {
			this.uploads = uploads;
		}

		void sendInvoice(CrispConversation conversation, Path invoice) {
			this.uploads.send(conversation, new FileSystemResource(invoice));
		}

	}

	static class Queries {

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

	}

	static class Pages {

		@Service
		class Conversations {

			private final WebsiteConversationClient conversations;

			Conversations(WebsiteConversationClient conversations) {
				this.conversations = conversations;
			}

			void close(String websiteId, String sessionId) {
				this.conversations.sendMessageInConversation(websiteId, sessionId, MessageContent.text("Good bye!"));
				this.conversations.changeConversationState(websiteId, sessionId, ConversationState.RESOLVED);
			}

			Stream<Conversation> all(String websiteId) {
				return CrispPages.stream((page) -> this.conversations.listConversations(websiteId, page));
			}

		}

	}

	abstract static class Export {

		abstract Stream<Conversation> all(String websiteId);

		void export(String websiteId, PrintWriter writer) {
			try (Stream<Conversation> all = all(websiteId)) {
				all.map(CrispJson.copyWriter()::writeValueAsString).forEach(writer::println);
			}
		}

	}

}
