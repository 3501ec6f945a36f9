package io.github.crispspring.model;

import org.jspecify.annotations.Nullable;

/**
 * Key of data that conversations or profiles of people have.
 *
 * @param key the key
 * @param count the number of conversations or profiles
 */
public record SuggestedDataKey(@Nullable String key, @Nullable Integer count) {

}
