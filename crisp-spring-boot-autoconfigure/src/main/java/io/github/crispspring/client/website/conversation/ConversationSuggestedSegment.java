package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A segment that conversations have been given.
 *
 * @param segment the segment
 * @param count how many conversations have it
 */
public record ConversationSuggestedSegment(@Nullable String segment, @Nullable Integer count) {

}
