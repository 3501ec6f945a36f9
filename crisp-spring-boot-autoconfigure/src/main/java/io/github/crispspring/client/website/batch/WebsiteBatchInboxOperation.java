package io.github.crispspring.client.website.batch;

import java.util.List;

import io.github.crispspring.model.InboxId;

/**
 * Batch operation that moves conversations to an inbox.
 *
 * @param sessions the identifiers of the conversations
 * @param inboxId the inbox
 */
public record WebsiteBatchInboxOperation(List<String> sessions, InboxId inboxId) {

	/**
	 * Move conversations to an inbox.
	 * @param sessions the identifiers of the conversations
	 * @param inboxId the identifier of the inbox
	 * @return the instance
	 */
	public static WebsiteBatchInboxOperation move(List<String> sessions, String inboxId) {
		return new WebsiteBatchInboxOperation(sessions, InboxId.of(inboxId));
	}

	/**
	 * Move conversations back to the main inbox.
	 * @param sessions the identifiers of the conversations
	 * @return the instance
	 */
	public static WebsiteBatchInboxOperation moveToMain(List<String> sessions) {
		return new WebsiteBatchInboxOperation(sessions, InboxId.main());
	}

}
