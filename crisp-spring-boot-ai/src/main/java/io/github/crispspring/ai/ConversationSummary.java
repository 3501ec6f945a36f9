package io.github.crispspring.ai;

import java.util.List;
import java.util.Locale;

import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationMeta;
import org.jspecify.annotations.Nullable;

/**
 * Conversation as a tool returns it.
 *
 * @param sessionId the identifier
 * @param state the state
 * @param assignedOperatorId the operator it is assigned to
 * @param unreadMessages the number of messages that no operator has read
 * @param visitorName the name of the visitor
 * @param visitorEmail the e-mail address of the visitor
 * @param topic the topic
 * @param segments the segments
 * @param lastMessage an excerpt of the last message, {@code null} if it is a private note
 * and notes are not returned
 * @param updatedAt the time of the last change
 */
record ConversationSummary(String sessionId, @Nullable String state, @Nullable String assignedOperatorId,
		@Nullable Integer unreadMessages, @Nullable String visitorName, @Nullable String visitorEmail,
		@Nullable String topic, List<String> segments, @Nullable String lastMessage, @Nullable String updatedAt) {

	private static final String NOTE = "note";

	static ConversationSummary of(Conversation conversation, ToolLimits limits, boolean notes) {
		ConversationMeta meta = conversation.meta();
		List<String> segments = (meta != null && meta.segments() != null) ? meta.segments() : List.of();
		return new ConversationSummary(conversation.sessionId(),
				(conversation.state() != null) ? conversation.state().name().toLowerCase(Locale.ROOT) : null,
				(conversation.assigned() != null) ? conversation.assigned().userId() : null,
				(conversation.unread() != null) ? conversation.unread().operator() : null,
				(meta != null) ? limits.cut(meta.nickname()) : null, (meta != null) ? limits.cut(meta.email()) : null,
				limits.cut(conversation.topic()), segments.stream().limit(limits.maxResults()).toList(),
				(notes || !isNoteLast(conversation)) ? limits.cut(conversation.lastMessage()) : null,
				(conversation.updatedAt() != null) ? conversation.updatedAt().toString() : null);
	}

	private static boolean isNoteLast(Conversation conversation) {
		return conversation.previewMessage() != null && NOTE.equals(conversation.previewMessage().type());
	}

}
