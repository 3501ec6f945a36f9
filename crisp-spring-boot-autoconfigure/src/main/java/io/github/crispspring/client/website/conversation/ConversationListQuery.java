package io.github.crispspring.client.website.conversation;

import java.time.Instant;

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
public record ConversationListQuery(@Nullable Integer perPage, @JsonUnwrapped @Nullable ConversationSearch search,
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

}
