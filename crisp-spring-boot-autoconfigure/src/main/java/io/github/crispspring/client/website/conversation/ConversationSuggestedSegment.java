package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Segment used by conversations.
 *
 * @param segment the segment
 * @param count the number of conversations
 */
public record ConversationSuggestedSegment(@Nullable String segment, @Nullable Integer count) {

}
