package io.github.crispspring.message;

import org.jspecify.annotations.Nullable;

/**
 * Something that a message cites, such as a help desk article.
 *
 * @param type the kind of reference, for instance {@code link}
 * @param name the text shown for it
 * @param target where it leads
 */
public record MessageReference(@Nullable String type, @Nullable String name, @Nullable String target) {

}
