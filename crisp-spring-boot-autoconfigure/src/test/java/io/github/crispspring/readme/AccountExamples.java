package io.github.crispspring.readme;

import java.util.stream.Stream;

import io.github.crispspring.CrispClients;
import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Examples of the documentation for several accounts.
 */
class AccountExamples {

	@Service
	class Reports {

		private final WebsiteConversationClient acme;

		private final CrispClients crisp;

		Reports(@Qualifier("acme") WebsiteConversationClient acme, CrispClients crisp) {
			this.acme = acme;
			this.crisp = crisp;
		}

		Stream<Conversation> ofAcme(String websiteId) {
			return CrispPages.stream((page) -> this.acme.listConversations(websiteId, page));
		}

		Stream<Conversation> of(String account, String websiteId) {
			WebsiteClient website = this.crisp.get(account).website();
			return CrispPages.stream((page) -> website.listConversations(websiteId, page));
		}

	}

}
