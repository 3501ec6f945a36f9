package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query that selects and orders conversations. Absent values do not restrict the list.
 *
 * @param perPage the number of conversations per page, at most 50
 * @param search the text to search for
 * @param includeEmpty whether to include conversations without messages
 * @param filterInboxId the identifier of the inbox they are in
 * @param filterUnread whether to list only conversations with unread messages
 * @param filterResolved whether to list only resolved conversations
 * @param filterNotResolved whether to list only conversations that are not resolved
 * @param filterMention whether to list only conversations that mention the owner of the
 * token
 * @param filterAssigned the identifier of the operator they are assigned to
 * @param filterUnassigned whether to list only conversations without assignment
 * @param filterDateStart the start of the period
 * @param filterDateEnd the end of the period
 * @param orderDateCreated whether to order by time of creation
 * @param orderDateUpdated whether to order by time of the last change
 * @param orderDateWaiting whether to order by waiting time
 */
@RecordBuilder
public record ConversationListQuery(@Nullable Integer perPage, @JsonUnwrapped @Nullable Search search,
		@Nullable Boolean includeEmpty, @Nullable String filterInboxId, @Nullable Boolean filterUnread,
		@Nullable Boolean filterResolved, @Nullable Boolean filterNotResolved, @Nullable Boolean filterMention,
		@Nullable String filterAssigned, @Nullable Boolean filterUnassigned,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateStart,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateEnd,
		@Nullable Boolean orderDateCreated, @Nullable Boolean orderDateUpdated, @Nullable Boolean orderDateWaiting) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static ConversationListQueryBuilder builder() {
		return ConversationListQueryBuilder.builder();
	}

	/**
	 * Search for conversations.
	 *
	 * @param searchType the kind of search
	 * @param searchQuery the text or the list of filters to search for
	 * @param searchOperator the operator that combines several filters
	 */
	public record Search(String searchType, Object searchQuery, @Nullable String searchOperator) {

		/**
		 * Search for a text.
		 * @param text the text
		 * @return the search
		 */
		public static Search text(String text) {
			return new Search("text", text, null);
		}

		/**
		 * Search for visitors of a segment.
		 * @param segment the segment
		 * @return the search
		 */
		public static Search segment(String segment) {
			return new Search("segment", segment, null);
		}

		/**
		 * Search for conversations that match all filters.
		 * @param filters the filters
		 * @return the search
		 */
		public static Search allOf(Filter... filters) {
			return new Search("filter", List.of(filters), "and");
		}

		/**
		 * Search for conversations that match at least one filter.
		 * @param filters the filters
		 * @return the search
		 */
		public static Search anyOf(Filter... filters) {
			return new Search("filter", List.of(filters), "or");
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

}
