package io.github.crispspring.model;

import org.jspecify.annotations.Nullable;

/**
 * Segment that conversations or profiles of people have.
 *
 * @param segment the segment
 * @param count the number of conversations or profiles
 */
public record SuggestedSegment(@Nullable String segment, @Nullable Integer count) {

}
