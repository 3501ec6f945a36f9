package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * Conversation of a visitor found by session token.
 *
 * @param sessionId the identifier of the conversation
 */
public record WebsiteVisitorSession(@Nullable String sessionId) {

}
