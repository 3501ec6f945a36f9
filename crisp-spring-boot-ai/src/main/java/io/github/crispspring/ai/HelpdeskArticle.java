package io.github.crispspring.ai;

import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Article that visitors can read. Its text and its URL are read on demand.
 *
 * @param id the identifier in its language
 * @param title the title
 * @param updatedAt the time of the last change, or {@code null} if the storage has none
 * @param url reads the URL
 * @param content reads the text
 */
record HelpdeskArticle(String id, String title, @Nullable Instant updatedAt, Supplier<@Nullable String> url,
		Supplier<@Nullable String> content) {

}
