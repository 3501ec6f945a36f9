package io.github.crispspring.client.website.people;

import java.util.List;

import io.github.crispspring.model.PeopleFilter;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query that selects and orders profiles. Absent values do not restrict the list.
 *
 * @param sortField the field to sort by
 * @param sortOrder the sort direction
 * @param searchOperator the operator that combines several filters
 * @param searchFilter the filters
 * @param searchText the text to search for
 */
@RecordBuilder
public record PeopleSearch(@Nullable String sortField, @Nullable String sortOrder, @Nullable String searchOperator,
		@Nullable List<PeopleFilter> searchFilter, @Nullable String searchText) {

	/**
	 * List all profiles.
	 * @return the search
	 */
	public static PeopleSearch all() {
		return builder().build();
	}

	/**
	 * Search for a text.
	 * @param text the text
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
	public static PeopleSearch allOf(PeopleFilter... filters) {
		return builder().searchFilter(List.of(filters)).searchOperator("and").build();
	}

	/**
	 * Search for profiles that match at least one filter.
	 * @param filters the filters
	 * @return the search
	 */
	public static PeopleSearch anyOf(PeopleFilter... filters) {
		return builder().searchFilter(List.of(filters)).searchOperator("or").build();
	}

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static PeopleSearchBuilder builder() {
		return PeopleSearchBuilder.builder();
	}

	/**
	 * Return a description without the text and the filters.
	 */
	@Override
	public String toString() {
		return "PeopleSearch[sortField=" + this.sortField + ", sortOrder=" + this.sortOrder + ", searchOperator="
				+ this.searchOperator + "]";
	}

}
