package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * Web page viewed by a visitor.
 *
 * @param pageTitle the title
 * @param pageUrl the URL
 */
public record WebsiteVisitorLastPage(@Nullable String pageTitle, @Nullable String pageUrl) {

}
