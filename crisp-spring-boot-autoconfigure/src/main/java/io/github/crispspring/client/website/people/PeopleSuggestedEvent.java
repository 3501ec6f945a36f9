package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * Text used by custom events.
 *
 * @param text the text
 * @param count the number of events
 */
public record PeopleSuggestedEvent(@Nullable String text, @Nullable Integer count) {

}
