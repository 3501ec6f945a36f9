package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * The content of an entry of the tree.
 *
 * @param content the content
 */
public record HelpdeskTreeContent(@Nullable String content) {

	/**
	 * Return a description without the content.
	 */
	@Override
	public String toString() {
		return "HelpdeskTreeContent[...]";
	}

}
