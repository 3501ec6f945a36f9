package io.github.crispspring.sample.crisp;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is listed on the operators' desk.
 *
 * @param sessionId the session id
 * @param nickname the visitor's name
 * @param state {@code pending}, {@code unresolved} or {@code resolved}
 * @param assigned the id of the operator it is assigned to, if any
 * @param unread how many of the visitor's messages no operator has read
 * @param visitorTyping whether the visitor types
 * @param operatorTyping whether an operator, or the bot in their place, types
 * @param excerpt the last message in short, empty if there is none
 * @param updatedAt when it last changed
 */
public record DeskConversation(String sessionId, String nickname, String state, @Nullable String assigned, long unread,
		boolean visitorTyping, boolean operatorTyping, String excerpt, Instant updatedAt) {
}
