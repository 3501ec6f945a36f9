package io.github.crispspring.client.website.conversation;

import java.util.List;
import java.util.Optional;

import io.github.crispspring.message.EventContent;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a conversation reveal about who handles it.
 */
final class HandoverMessages {

	private static final String RESOLVED = "state:resolved";

	private HandoverMessages() {
	}

	/**
	 * Return whether the last message to the visitor was written by a person. A program
	 * that steps back writes only if no operator handles the conversation.
	 * @param messages the messages, oldest first
	 * @return whether a person wrote it, empty if the messages do not reveal that
	 */
	static Optional<Boolean> isAnsweredByPerson(List<ConversationMessage> messages) {
		for (int i = messages.size() - 1; i >= 0; i--) {
			ConversationMessage message = messages.get(i);
			boolean automated = Boolean.TRUE.equals(message.automated());
			if (message.content() instanceof EventContent event && RESOLVED.equals(event.namespace())) {
				return Optional.of(false);
			}
			if (isByPerson(message.from(), message.type(), automated, message.user())) {
				return Optional.of(true);
			}
			if (automated && isToVisitor(message.from(), message.type())) {
				return Optional.of(false);
			}
		}
		return Optional.empty();
	}

	/**
	 * Return whether an operator wrote a message to the visitor, rather than a program,
	 * the website or another participant.
	 */
	static boolean isByPerson(@Nullable Sender from, @Nullable String type, boolean automated,
			@Nullable MessageUser user) {
		return isToVisitor(from, type) && !automated && user != null && user.userId() != null
				&& !user.userId().startsWith("urn:") && (user.type() == null || user.type().equals("user"));
	}

	private static boolean isToVisitor(@Nullable Sender from, @Nullable String type) {
		return from == Sender.OPERATOR && !"note".equals(type) && !"event".equals(type);
	}

}
