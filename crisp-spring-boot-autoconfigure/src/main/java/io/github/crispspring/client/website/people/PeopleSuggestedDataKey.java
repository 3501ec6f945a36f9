package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * Data key used by profiles.
 *
 * @param key the key
 * @param count the number of profiles
 */
public record PeopleSuggestedDataKey(@Nullable String key, @Nullable Integer count) {

}
