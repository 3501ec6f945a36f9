package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * How many visitors are on a website.
 *
 * @param count how many there are
 * @param active how many of them are active
 * @param limited whether the count is limited
 */
public record WebsiteVisitorCount(@Nullable Integer count, @Nullable Integer active, @Nullable Boolean limited) {

}
