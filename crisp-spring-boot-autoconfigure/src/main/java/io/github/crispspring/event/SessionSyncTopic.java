package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting the topic of a conversation.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param topic the topic
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncTopic(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String topic) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:topic";

	/**
	 * Return a description without the topic.
	 */
	@Override
	public String toString() {
		return "SessionSyncTopic[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + "]";
	}

}
