package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * A category that was added.
 *
 * @param categoryId its identifier
 */
public record HelpdeskLocaleCategoryNew(@Nullable String categoryId) {

}
