package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list, and in what order. What is absent does not restrict the
 * list.
 *
 * @param perPage how many to a page, up to 50
 * @param search what to search for
 * @param includeEmpty whether to list those without a message too
 * @param filterInboxId the identifier of the inbox they are in
 * @param filterUnread only those with unread messages
 * @param filterResolved only resolved ones
 * @param filterNotResolved only those not resolved
 * @param filterMention only those that mention the owner of the token
 * @param filterAssigned the identifier of the operator they are assigned to
 * @param filterUnassigned only those assigned to nobody
 * @param filterDateStart only those from this time on
 * @param filterDateEnd only those up to this time
 * @param orderDateCreated whether to order by when they began
 * @param orderDateUpdated whether to order by when they last changed
 * @param orderDateWaiting whether to order by how long the visitor has been waiting
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
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static ConversationListQueryBuilder builder() {
		return ConversationListQueryBuilder.builder();
	}

}
