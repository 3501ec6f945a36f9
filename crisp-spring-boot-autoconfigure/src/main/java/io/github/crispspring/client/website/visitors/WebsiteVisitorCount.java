package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * Number of current visitors of a website.
 *
 * @param count the number
 * @param active the number of active visitors
 * @param limited whether the count is limited
 */
public record WebsiteVisitorCount(@Nullable Integer count, @Nullable Integer active, @Nullable Boolean limited) {

}
