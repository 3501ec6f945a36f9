package io.github.crispspring.client.website.conversation;

/**
 * Whether a visitor is blocked.
 *
 * @param blocked whether the visitor is blocked
 */
public record ConversationBlock(boolean blocked) {

}
