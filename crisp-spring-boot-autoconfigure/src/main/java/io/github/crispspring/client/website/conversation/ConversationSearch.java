package io.github.crispspring.client.website.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What to search conversations for.
 *
 * @param searchType the kind of search
 * @param searchQuery what to search for: a text, or a list of filters
 * @param searchOperator how several filters are combined
 */
public record ConversationSearch(String searchType, Object searchQuery, @Nullable String searchOperator) {

	/**
	 * Search for words.
	 * @param text the words
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
	 * Search for conversations that pass all filters.
	 * @param filters the filters
	 * @return the search
	 */
	public static ConversationSearch allOf(Filter... filters) {
		return new ConversationSearch("filter", List.of(filters), "and");
	}

	/**
	 * Search for conversations that pass at least one of the filters.
	 * @param filters the filters
	 * @return the search
	 */
	public static ConversationSearch anyOf(Filter... filters) {
		return new ConversationSearch("filter", List.of(filters), "or");
	}

	/**
	 * One filter.
	 *
	 * @param model what kind of thing the criterion belongs to
	 * @param criterion what is looked at
	 * @param operator how it is compared, such as {@code eq}
	 * @param query what it is compared with
	 */
	public record Filter(String model, String criterion, String operator, List<String> query) {

		/**
		 * Create a filter.
		 * @param model what kind of thing the criterion belongs to
		 * @param criterion what is looked at
		 * @param operator how it is compared, such as {@code eq}
		 * @param query what it is compared with
		 * @return the filter
		 */
		public static Filter of(String model, String criterion, String operator, String... query) {
			return new Filter(model, criterion, operator, List.of(query));
		}

	}

}
