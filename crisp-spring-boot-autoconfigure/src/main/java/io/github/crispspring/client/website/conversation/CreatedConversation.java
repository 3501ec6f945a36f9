package io.github.crispspring.client.website.conversation;

/**
 * Identifier of a new conversation.
 *
 * @param sessionId the identifier of the conversation
 */
public record CreatedConversation(String sessionId) {

}
