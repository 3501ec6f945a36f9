package io.github.crispspring.client.website.batch;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Profiles of a batch operation.
 *
 * @param profiles the identifiers of the profiles
 * @param search the text to search for
 */
public record WebsiteBatchPeopleOperation(@Nullable List<String> profiles, @Nullable String search) {

	/**
	 * Select profiles by identifier.
	 * @param profiles the identifiers of the profiles
	 * @return the instance
	 */
	public static WebsiteBatchPeopleOperation of(List<String> profiles) {
		return new WebsiteBatchPeopleOperation(profiles, null);
	}

	/**
	 * Select the profiles that match a search.
	 * @param words the text to search for
	 * @return the instance
	 */
	public static WebsiteBatchPeopleOperation matching(String words) {
		return new WebsiteBatchPeopleOperation(null, words);
	}

}
