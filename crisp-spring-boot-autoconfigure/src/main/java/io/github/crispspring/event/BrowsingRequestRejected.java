package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The request to browse together was rejected.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record BrowsingRequestRejected(String websiteId, String sessionId,
		@Nullable String inboxId) implements BrowsingEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "browsing:request:rejected";

}
