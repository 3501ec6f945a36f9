package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Link to the translation of an article.
 *
 * @param locale the code of that language
 * @param articleId the identifier of the article there
 */
public record HelpdeskLocaleArticleAlternate(@Nullable String locale, @Nullable String articleId) {

}
