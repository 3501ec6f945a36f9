package io.github.crispspring.dispatch;

import java.nio.charset.StandardCharsets;

import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.util.DigestUtils;

/**
 * Keys by which events are ordered and duplicates are detected. Both contain the account.
 */
final class EventKeys {

	private EventKeys() {
	}

	/**
	 * Return the key shared by the events that are handled in order.
	 */
	static Object order(CrispEvent event, CrispDelivery delivery) {
		if (event instanceof ConversationEvent conversation) {
			return new OrderKey(delivery.account(), conversation.sessionId());
		}
		String website = String.valueOf(event.websiteId());
		// An event that could not be read keeps its place in the conversation
		return new OrderKey(delivery.account(), (event instanceof UnknownEvent unknown)
				? unknown.data().path("session_id").asString(website) : website);
	}

	/**
	 * Return the key of an event that is the same for each of its deliveries. For a
	 * message it is derived from the fingerprint, so that it does not depend on the
	 * transport. Without an identifier, an event is identified by its content if that
	 * contains the time; otherwise, equal events cannot be distinguished from one that is
	 * delivered twice.
	 * @return the key, or {@code null} if duplicates cannot be detected
	 */
	static @Nullable String duplicate(CrispEvent event, CrispDelivery delivery) {
		String id = delivery.id();
		if (event instanceof ChatMessageEvent message && message.fingerprint() != 0) {
			id = event.name() + " " + message.websiteId() + " " + message.sessionId() + " " + message.fingerprint();
		}
		else if (id == null && delivery.occurredAt() != null) {
			id = event.name() + " "
					+ DigestUtils.md5DigestAsHex(delivery.raw().toString().getBytes(StandardCharsets.UTF_8));
		}
		return (id == null || delivery.account().equals(CrispDelivery.DEFAULT_ACCOUNT)) ? id
				: delivery.account() + " " + id;
	}

	/**
	 * Key of events that are handled in order.
	 *
	 * @param account the account
	 * @param id the conversation, or the website of events that belong to none
	 */
	private record OrderKey(String account, String id) {

	}

}
