package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * An article that was added.
 *
 * @param articleId its identifier
 */
public record HelpdeskLocaleArticleNew(@Nullable String articleId) {

}
