package io.github.crispspring.event;

/**
 * Something about a conversation or its visitor changed: all {@code session:*} events.
 */
public sealed interface SessionEvent extends ConversationEvent permits SessionSetState {

}
