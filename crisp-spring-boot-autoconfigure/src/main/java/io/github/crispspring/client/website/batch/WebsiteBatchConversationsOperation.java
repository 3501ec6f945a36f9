package io.github.crispspring.client.website.batch;

import java.util.List;

import io.github.crispspring.model.InboxId;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of an operation. A component that is {@code null} is not sent.
 *
 * @param inboxId the inbox they are in
 * @param sessions the identifiers of the conversations
 */
public record WebsiteBatchConversationsOperation(@Nullable InboxId inboxId, @Nullable List<String> sessions) {

	/**
	 * Choose conversations.
	 * @param sessions the identifiers of the conversations
	 * @return what to send
	 */
	public static WebsiteBatchConversationsOperation of(List<String> sessions) {
		return new WebsiteBatchConversationsOperation(null, sessions);
	}

	/**
	 * Choose the conversations of an inbox.
	 * @param inboxId the inbox
	 * @return what to send
	 */
	public static WebsiteBatchConversationsOperation in(InboxId inboxId) {
		return new WebsiteBatchConversationsOperation(inboxId, null);
	}

}
