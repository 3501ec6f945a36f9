package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * A segment that profiles have been given.
 *
 * @param segment the segment
 * @param count how many profiles have it
 */
public record PeopleSuggestedSegment(@Nullable String segment, @Nullable Integer count) {

}
