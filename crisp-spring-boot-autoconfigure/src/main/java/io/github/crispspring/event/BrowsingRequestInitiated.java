package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a browsing session was requested.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param browsingId the identifier of the browsing session
 * @param browsingToken the token of the browsing session
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record BrowsingRequestInitiated(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String browsingId, @Nullable String browsingToken) implements BrowsingEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "browsing:request:initiated";

	/**
	 * Return a description without the token.
	 */
	@Override
	public String toString() {
		return "BrowsingRequestInitiated[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId
				+ ", browsingId=" + this.browsingId + "]";
	}

}
