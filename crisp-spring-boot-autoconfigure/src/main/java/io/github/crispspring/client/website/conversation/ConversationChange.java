package io.github.crispspring.client.website.conversation;

/**
 * Conversation that has changed.
 *
 * @param conversation the conversation
 * @param cursor the position after this conversation, from which reading can be resumed
 * @see ConversationChanges
 */
public record ConversationChange(Conversation conversation, String cursor) {

}
