package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Category and section of an article.
 *
 * @param categoryId the identifier of the category
 * @param sectionId the identifier of the section, absent if it is in none
 */
public record HelpdeskLocaleArticleCategory(@Nullable String categoryId, @Nullable String sectionId) {

}
