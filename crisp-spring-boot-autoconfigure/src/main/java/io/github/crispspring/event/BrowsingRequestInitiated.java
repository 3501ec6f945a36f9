package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asked to browse together with the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param browsingId the identifier of the browsing session
 * @param browsingToken what gives access to it
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record BrowsingRequestInitiated(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String browsingId, @Nullable String browsingToken) implements BrowsingEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "browsing:request:initiated";

	/**
	 * Describes the event without what gives access.
	 */
	@Override
	public String toString() {
		return "BrowsingRequestInitiated[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId
				+ ", browsingId=" + this.browsingId + "]";
	}

}
