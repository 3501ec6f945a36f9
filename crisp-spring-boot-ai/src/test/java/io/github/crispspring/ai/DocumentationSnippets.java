package io.github.crispspring.ai;

import java.util.List;

import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.client.website.helpdesk.WebsiteHelpdeskClient;
import io.github.crispspring.event.MessageSend;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.document.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the documentation shows, to be compiled.
 */
final class DocumentationSnippets {

	private DocumentationSnippets() {
	}

	static class Agent {

		String report(ChatClient chatClient, CrispTools crispTools) {
			return chatClient.prompt()
				.user("Which open conversations wait for a refund?")
				.tools(crispTools)
				.call()
				.content();
		}

	}

	static class Bot {

		String answer(ChatClient chatClient, CrispTools crispTools, MessageSend message) {
			return chatClient.prompt()
				.user(String.valueOf(message.text()))
				.tools(crispTools.forConversation(message.websiteId(), message.sessionId()))
				.call()
				.content();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Memory {

		@Bean
		ChatClient supportClient(ChatClient.Builder builder, WebsiteConversationClient conversations) {
			CrispChatMemory memory = new CrispChatMemory(conversations, 30);
			return builder.defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build()).build();
		}

	}

	static class Remembering {

		String answer(ChatClient supportClient, MessageSend message) {
			return supportClient.prompt()
				.user(String.valueOf(message.text()))
				.advisors((advisor) -> advisor.param(ChatMemory.CONVERSATION_ID, CrispChatMemory.before(message)))
				.call()
				.content();
		}

	}

	static class Searching {

		List<Document> search(HelpdeskSearch helpdesk, String websiteId) {
			List<Document> articles = helpdesk.search(websiteId, "How do I get a refund?", 3);
			return articles;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Reading {

		@Bean
		HelpdeskDocumentReader helpdeskDocumentReader(WebsiteHelpdeskClient helpdesk) {
			return HelpdeskDocumentReader.builder(helpdesk, "7c3ef21c-1e04-41ce-8c06-5605c346f73e").build();
		}

	}

}
