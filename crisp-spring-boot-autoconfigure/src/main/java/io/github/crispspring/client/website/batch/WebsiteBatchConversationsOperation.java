package io.github.crispspring.client.website.batch;

import java.util.List;

import io.github.crispspring.json.Clearable;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations something is done with.
 *
 * @param inboxId the identifier of the inbox they are in, empty for the main one;
 * {@code null} to send no inbox
 * @param sessions the identifiers of the conversations
 */
public record WebsiteBatchConversationsOperation(@Clearable @Nullable String inboxId, @Nullable List<String> sessions) {

	/**
	 * Choose conversations.
	 * @param sessions the identifiers of the conversations
	 * @return what to send
	 */
	public static WebsiteBatchConversationsOperation of(List<String> sessions) {
		return new WebsiteBatchConversationsOperation(null, sessions);
	}

}
