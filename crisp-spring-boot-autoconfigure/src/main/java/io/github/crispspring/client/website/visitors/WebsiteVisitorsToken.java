package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * The conversation that belongs to a token.
 *
 * @param sessionId the identifier of the conversation
 */
public record WebsiteVisitorsToken(@Nullable String sessionId) {

}
