package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A data key that conversations use.
 *
 * @param key the key
 * @param count how many conversations use it
 */
public record ConversationSuggestedData(@Nullable String key, @Nullable Integer count) {

}
