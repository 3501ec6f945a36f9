package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * The web page of an entry of the tree.
 *
 * @param title its title
 * @param url its URL
 */
public record HelpdeskTreePage(@Nullable String title, @Nullable String url) {

}
