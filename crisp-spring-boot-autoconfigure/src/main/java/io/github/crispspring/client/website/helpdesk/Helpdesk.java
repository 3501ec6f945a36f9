package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * The help desk of a website.
 *
 * @param name the name
 * @param url the path
 */
public record Helpdesk(@Nullable String name, @Nullable String url) {

}
