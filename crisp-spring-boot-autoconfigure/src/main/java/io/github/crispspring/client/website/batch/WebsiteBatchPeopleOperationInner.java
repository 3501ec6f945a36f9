package io.github.crispspring.client.website.batch;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which profiles something is done with.
 *
 * @param profiles the identifiers of the profiles
 * @param search words to search for
 */
public record WebsiteBatchPeopleOperationInner(@Nullable List<String> profiles, @Nullable String search) {

	/**
	 * Choose profiles.
	 * @param profiles the identifiers of the profiles
	 * @return what to send
	 */
	public static WebsiteBatchPeopleOperationInner of(List<String> profiles) {
		return new WebsiteBatchPeopleOperationInner(profiles, null);
	}

	/**
	 * Choose the profiles that a search finds.
	 * @param words the words to search for
	 * @return what to send
	 */
	public static WebsiteBatchPeopleOperationInner matching(String words) {
		return new WebsiteBatchPeopleOperationInner(null, words);
	}

}
