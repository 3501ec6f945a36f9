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
	 * @param criterion what is looked at
	 * @param query what it is compared with
	 * @param model what kind of thing the criterion belongs to
	 * @param operator how it is compared
	 */
	public record Filter(String criterion, List<String> query, String model, String operator) {

	}

}
