package io.github.crispspring.client.website.helpdesk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the tree.
 *
 * @param type its kind
 * @param slug its part of the path
 * @param title its title
 * @param state whether and how it is shown
 * @param children the entries below it
 */
public record HelpdeskTreeEntry(@Nullable String type, @Nullable String slug, @Nullable String title,
		@Nullable HelpdeskTreeState state, List<HelpdeskTreeEntry> children) {

}
