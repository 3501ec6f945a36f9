package io.github.crispspring.client.website.batch;

import java.util.List;

import io.github.crispspring.model.InboxId;
import org.jspecify.annotations.Nullable;

/**
 * Conversations of a batch operation. Components that are {@code null} are omitted.
 *
 * @param inboxId the inbox they are in
 * @param sessions the identifiers of the conversations
 */
public record WebsiteBatchConversationsOperation(@Nullable InboxId inboxId, @Nullable List<String> sessions) {

	/**
	 * Select conversations by identifier.
	 * @param sessions the identifiers of the conversations
	 * @return the instance
	 */
	public static WebsiteBatchConversationsOperation of(List<String> sessions) {
		return new WebsiteBatchConversationsOperation(null, sessions);
	}

	/**
	 * Select the conversations of an inbox.
	 * @param inboxId the inbox
	 * @return the instance
	 */
	public static WebsiteBatchConversationsOperation in(InboxId inboxId) {
		return new WebsiteBatchConversationsOperation(inboxId, null);
	}

}
