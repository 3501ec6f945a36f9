package io.github.crispspring.client.website.batch;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * To which inbox conversations are to be moved.
 *
 * @param sessions the identifiers of the conversations
 * @param inboxId the identifier of the inbox, {@code null} for the main one
 */
public record WebsiteBatchInboxOperation(List<String> sessions,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String inboxId) {

	/**
	 * Move conversations to an inbox.
	 * @param sessions the identifiers of the conversations
	 * @param inboxId the identifier of the inbox
	 * @return what to send
	 */
	public static WebsiteBatchInboxOperation move(List<String> sessions, String inboxId) {
		return new WebsiteBatchInboxOperation(sessions, inboxId);
	}

	/**
	 * Move conversations back to the main inbox.
	 * @param sessions the identifiers of the conversations
	 * @return what to send
	 */
	public static WebsiteBatchInboxOperation moveToMain(List<String> sessions) {
		return new WebsiteBatchInboxOperation(sessions, null);
	}

}
