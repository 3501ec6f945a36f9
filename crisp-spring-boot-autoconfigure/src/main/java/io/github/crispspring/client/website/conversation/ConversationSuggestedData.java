package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Data key used by conversations.
 *
 * @param key the key
 * @param count the number of conversations
 */
public record ConversationSuggestedData(@Nullable String key, @Nullable Integer count) {

}
