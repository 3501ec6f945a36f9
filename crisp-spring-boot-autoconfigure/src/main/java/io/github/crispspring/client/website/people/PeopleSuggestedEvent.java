package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * The text that events of people have had.
 *
 * @param text the text
 * @param count how many events have it
 */
public record PeopleSuggestedEvent(@Nullable String text, @Nullable Integer count) {

}
