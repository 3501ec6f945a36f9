package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the request for a browsing session was rejected.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record BrowsingRequestRejected(String websiteId, String sessionId,
		@Nullable String inboxId) implements BrowsingEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "browsing:request:rejected";

}
