package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * The help desk of a website.
 *
 * @param name its name
 * @param url where it is
 */
public record Helpdesk(@Nullable String name, @Nullable String url) {

}
