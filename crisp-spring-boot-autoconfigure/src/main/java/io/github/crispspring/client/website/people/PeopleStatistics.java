package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * Statistics about the profiles of a website.
 *
 * @param total the number
 */
public record PeopleStatistics(@Nullable Integer total) {

}
