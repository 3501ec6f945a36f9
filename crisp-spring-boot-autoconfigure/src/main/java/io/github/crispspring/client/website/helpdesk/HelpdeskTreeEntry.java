package io.github.crispspring.client.website.helpdesk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the tree.
 *
 * @param type the kind
 * @param slug the part of the path
 * @param title the title
 * @param state the state
 * @param children the entries below it
 */
public record HelpdeskTreeEntry(@Nullable String type, @Nullable String slug, @Nullable String title,
		@Nullable HelpdeskTreeState state, List<HelpdeskTreeEntry> children) {

}
