package io.github.crispspring.client.website.conversation;

/**
 * Block status of a visitor.
 *
 * @param blocked whether the visitor is blocked
 */
public record ConversationBlock(boolean blocked) {

}
