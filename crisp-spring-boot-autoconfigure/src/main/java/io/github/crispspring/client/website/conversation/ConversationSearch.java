package io.github.crispspring.client.website.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Search for conversations.
 *
 * @param searchType the kind of search
 * @param searchQuery the text or the list of filters to search for
 * @param searchOperator the operator that combines several filters
 */
public record ConversationSearch(String searchType, Object searchQuery, @Nullable String searchOperator) {

	/**
	 * Search for a text.
	 * @param text the text
	 * @return the search
	 */
	public static ConversationSearch text(String text) {
		return new ConversationSearch("text", text, null);
	}

	/**
	 * Search for visitors of a segment.
	 * @param segment the segment
	 * @return the search
	 */
	public static ConversationSearch segment(String segment) {
		return new ConversationSearch("segment", segment, null);
	}

	/**
	 * Search for conversations that match all filters.
	 * @param filters the filters
	 * @return the search
	 */
	public static ConversationSearch allOf(Filter... filters) {
		return new ConversationSearch("filter", List.of(filters), "and");
	}

	/**
	 * Search for conversations that match at least one filter.
	 * @param filters the filters
	 * @return the search
	 */
	public static ConversationSearch anyOf(Filter... filters) {
		return new ConversationSearch("filter", List.of(filters), "or");
	}

	/**
	 * Filter of a search.
	 *
	 * @param model the model of the criterion
	 * @param criterion the criterion
	 * @param operator the operator of the comparison, such as {@code eq}
	 * @param query the value to compare with
	 */
	public record Filter(String model, String criterion, String operator, List<String> query) {

		/**
		 * Create a filter.
		 * @param model the model of the criterion
		 * @param criterion the criterion
		 * @param operator the operator of the comparison, such as {@code eq}
		 * @param query the value to compare with
		 * @return the filter
		 */
		public static Filter of(String model, String criterion, String operator, String... query) {
			return new Filter(model, criterion, operator, List.of(query));
		}

	}

}
