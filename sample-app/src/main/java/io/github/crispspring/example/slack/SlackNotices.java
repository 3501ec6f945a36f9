package io.github.crispspring.example.slack;

import java.util.Map;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.MessageUser;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Notices to a channel of Slack about what visitors write, until an operator handles the
 * conversation.
 */
@Component
class SlackNotices {

	private final RestClient slack;

	SlackNotices(@Value("${slack.webhook-url}") String webhookUrl) {
		this.slack = RestClient.create(webhookUrl);
	}

	@VisitorTextListener(stepBack = true)
	void notice(MessageSend message, CrispConversation conversation) {
		String text = "*%s* wrote: %s\n<%s|Open in Crisp>".formatted(name(message.user()), escape(message.text()),
				conversation.inboxUrl());
		this.slack.post().body(Map.of("text", text)).retrieve().toBodilessEntity();
	}

	private static String name(@Nullable MessageUser user) {
		return (user != null && user.nickname() != null) ? escape(user.nickname()) : "A visitor";
	}

	/**
	 * Escape what visitors write, so that it cannot mention a channel or look like a
	 * link.
	 */
	private static String escape(@Nullable String text) {
		return (text != null) ? text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") : "";
	}

}
