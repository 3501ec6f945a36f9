package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Web page of an entry of the tree.
 *
 * @param title the title
 * @param url the URL
 */
public record HelpdeskTreePage(@Nullable String title, @Nullable String url) {

}
