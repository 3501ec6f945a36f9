package io.github.crispspring.client.website.conversation;

/**
 * A conversation that was just opened.
 *
 * @param sessionId the identifier of the conversation
 */
public record NewConversation(String sessionId) {

}
