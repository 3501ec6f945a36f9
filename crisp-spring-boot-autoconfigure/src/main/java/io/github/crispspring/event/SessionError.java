package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a value of a conversation could not be set.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param type the kind of value
 * @param value the value
 * @param previousValue the previous value
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionError(String websiteId, String sessionId, @Nullable String inboxId, @Nullable String type,
		@Nullable String value, @Nullable String previousValue) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:error";

	/**
	 * Return a description of the event without the values.
	 */
	@Override
	public String toString() {
		return "SessionError[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + ", type=" + this.type
				+ "]";
	}

}
