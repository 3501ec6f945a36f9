package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * A data key that profiles use.
 *
 * @param key the key
 * @param count how many profiles use it
 */
public record PeopleSuggestedDataKey(@Nullable String key, @Nullable Integer count) {

}
