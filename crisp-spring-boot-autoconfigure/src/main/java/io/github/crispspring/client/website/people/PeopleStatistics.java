package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * How many profiles a website has.
 *
 * @param total how many there are
 */
public record PeopleStatistics(@Nullable Integer total) {

}
