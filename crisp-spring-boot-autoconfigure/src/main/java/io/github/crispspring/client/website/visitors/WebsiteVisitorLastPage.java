package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * A web page that a visitor looked at.
 *
 * @param pageTitle its title
 * @param pageUrl its URL
 */
public record WebsiteVisitorLastPage(@Nullable String pageTitle, @Nullable String pageUrl) {

}
