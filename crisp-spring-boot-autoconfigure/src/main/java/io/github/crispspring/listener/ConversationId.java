package io.github.crispspring.listener;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import org.jspecify.annotations.Nullable;

/**
 * Conversation that an event belongs to.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 */
record ConversationId(String websiteId, String sessionId) {

	/**
	 * Return the conversation of an event. An event that this version does not know has
	 * one if its data identifies it.
	 * @return the conversation, or {@code null} if the event belongs to none
	 */
	static @Nullable ConversationId of(CrispEvent event) {
		if (event instanceof ConversationEvent conversation) {
			return new ConversationId(conversation.websiteId(), conversation.sessionId());
		}
		if (event instanceof UnknownEvent unknown && unknown.websiteId() != null) {
			String sessionId = unknown.data().path("session_id").asString("");
			return sessionId.isEmpty() ? null : new ConversationId(unknown.websiteId(), sessionId);
		}
		return null;
	}

}
