package io.github.crispspring.event;

/**
 * Something about the identity of a visitor: all {@code identity:*} events.
 */
public sealed interface IdentityEvent extends ConversationEvent permits IdentityVerifyRequest {

}
