package io.github.crispspring.readme;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.crispspring.CrispClients;
import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Examples of the documentation for several accounts.
 */
class AccountExamples {

	static class Listeners {

		private final Map<String, Integer> counts = new ConcurrentHashMap<>();

		@VisitorTextListener(accounts = "acme")
		String greet(MessageSend message) {
			return "Hello from Acme!";
		}

		@CrispListener
		void count(MessageSend message, CrispDelivery delivery) {
			this.counts.merge(delivery.account(), 1, Integer::sum);
		}

	}

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
