package io.github.crispspring.sample.crisp;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Conversation in the list of the operators.
 *
 * @param sessionId the session id
 * @param nickname the name of the visitor
 * @param state {@code pending}, {@code unresolved} or {@code resolved}
 * @param assigned the identifier of the operator to whom it is assigned, or {@code null}
 * @param unread the number of visitor messages that no operator has read
 * @param visitorTyping whether the visitor is typing
 * @param operatorTyping whether an operator or the bot is typing
 * @param excerpt an excerpt of the last message, empty if there is none
 * @param updatedAt the time of the last change
 */
public record DeskConversation(String sessionId, String nickname, String state, @Nullable String assigned, long unread,
		boolean visitorTyping, boolean operatorTyping, String excerpt, Instant updatedAt) {
}
