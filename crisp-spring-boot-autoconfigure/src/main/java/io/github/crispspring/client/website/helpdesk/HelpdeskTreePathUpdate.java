package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * What to do with an entry of the tree.
 *
 * @param action what to do
 * @param path where it goes
 * @param position its place among its neighbours
 */
public record HelpdeskTreePathUpdate(String action, @Nullable Path path, @Nullable Integer position) {

	/**
	 * Where an entry goes.
	 *
	 * @param to its new path, such as {@code setup-guide/install-kit}
	 */
	public record Path(String to) {

	}

}
