package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * A web page of the help desk.
 *
 * @param entityId the identifier of what it shows
 * @param title its title
 * @param treePath the path in the tree of what it shows
 * @param url its URL
 */
public record HelpdeskPage(@Nullable String entityId, @Nullable String title, @Nullable String treePath,
		@Nullable String url) {

}
