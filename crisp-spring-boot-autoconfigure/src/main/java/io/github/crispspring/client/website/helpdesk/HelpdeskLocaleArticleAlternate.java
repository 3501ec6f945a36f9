package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * The same article in another language.
 *
 * @param locale the code of that language
 * @param articleId the identifier of the article there
 */
public record HelpdeskLocaleArticleAlternate(@Nullable String locale, @Nullable String articleId) {

}
