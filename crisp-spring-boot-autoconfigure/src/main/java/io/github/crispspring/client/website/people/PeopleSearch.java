package io.github.crispspring.client.website.people;

import java.util.List;

import io.github.crispspring.model.WebsiteFilter;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which profiles to list, and in what order. What is absent does not restrict the list.
 *
 * @param sortField the field by which they are sorted
 * @param sortOrder in which direction they are sorted
 * @param searchOperator how several filters are combined
 * @param searchFilter what they have to match
 * @param searchText words to search for
 */
@RecordBuilder
public record PeopleSearch(@Nullable String sortField, @Nullable String sortOrder, @Nullable String searchOperator,
		@Nullable List<WebsiteFilter> searchFilter, @Nullable String searchText) {

	/**
	 * List all profiles.
	 * @return the search
	 */
	public static PeopleSearch all() {
		return builder().build();
	}

	/**
	 * Search for words.
	 * @param text the words
	 * @return the search
	 */
	public static PeopleSearch text(String text) {
		return builder().searchText(text).build();
	}

	/**
	 * Search for profiles that match all filters.
	 * @param filters the filters
	 * @return the search
	 */
	public static PeopleSearch allOf(WebsiteFilter... filters) {
		return builder().searchFilter(List.of(filters)).searchOperator("and").build();
	}

	/**
	 * Search for profiles that match at least one of the filters.
	 * @param filters the filters
	 * @return the search
	 */
	public static PeopleSearch anyOf(WebsiteFilter... filters) {
		return builder().searchFilter(List.of(filters)).searchOperator("or").build();
	}

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static PeopleSearchBuilder builder() {
		return PeopleSearchBuilder.builder();
	}

	/**
	 * Describes the search without what is searched for.
	 */
	@Override
	public String toString() {
		return "PeopleSearch[sortField=" + this.sortField + ", sortOrder=" + this.sortOrder + ", searchOperator="
				+ this.searchOperator + "]";
	}

}
