package io.github.crispspring.event;

/**
 * Base interface of the {@code identity:*} events.
 */
public sealed interface IdentityEvent extends ConversationEvent permits IdentityVerifyRequest {

}
