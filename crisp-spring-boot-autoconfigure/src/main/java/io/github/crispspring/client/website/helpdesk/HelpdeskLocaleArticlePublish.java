package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * An article that was published.
 *
 * @param url where it is shown
 */
public record HelpdeskLocaleArticlePublish(@Nullable String url) {

}
