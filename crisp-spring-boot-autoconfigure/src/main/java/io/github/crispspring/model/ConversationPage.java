package io.github.crispspring.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Web page viewed by a visitor.
 *
 * @param pageTitle the title
 * @param pageUrl the URL
 * @param pageReferrer the URL of the previous page
 * @param timestamp the time of the visit
 */
public record ConversationPage(@Nullable String pageTitle, @Nullable String pageUrl, @Nullable String pageReferrer,
		@Nullable Instant timestamp) {

}
