package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Web page of an article.
 *
 * @param title the title
 * @param url the URL
 */
public record HelpdeskLocaleArticlePage(@Nullable String title, @Nullable String url) {

}
