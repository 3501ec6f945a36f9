package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * Segment used by profiles.
 *
 * @param segment the segment
 * @param count the number of profiles
 */
public record PeopleSuggestedSegment(@Nullable String segment, @Nullable Integer count) {

}
