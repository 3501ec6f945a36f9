package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * The web page of an article.
 *
 * @param title its title
 * @param url its URL
 */
public record HelpdeskLocaleArticlePage(@Nullable String title, @Nullable String url) {

}
