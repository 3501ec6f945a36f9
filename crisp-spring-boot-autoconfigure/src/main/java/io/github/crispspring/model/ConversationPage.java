package io.github.crispspring.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A web page that a visitor looked at.
 *
 * @param pageTitle its title
 * @param pageUrl its URL
 * @param pageReferrer where the visitor came from
 * @param timestamp when the visitor came to it
 */
public record ConversationPage(@Nullable String pageTitle, @Nullable String pageUrl, @Nullable String pageReferrer,
		@Nullable Instant timestamp) {

}
