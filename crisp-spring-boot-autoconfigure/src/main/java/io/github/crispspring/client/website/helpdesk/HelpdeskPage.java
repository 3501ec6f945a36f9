package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * A web page of the help desk.
 *
 * @param entityId the identifier of the shown entity
 * @param title the title
 * @param treePath the path in the tree of the shown entry
 * @param url the URL
 */
public record HelpdeskPage(@Nullable String entityId, @Nullable String title, @Nullable String treePath,
		@Nullable String url) {

}
