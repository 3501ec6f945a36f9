package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Operation on an entry of the tree.
 *
 * @param action the action
 * @param path the target
 * @param position the position among its siblings
 */
public record HelpdeskTreePathUpdate(String action, @Nullable Path path, @Nullable Integer position) {

	/**
	 * Target of an entry.
	 *
	 * @param to the new path, such as {@code setup-guide/install-kit}
	 */
	public record Path(String to) {

	}

}
