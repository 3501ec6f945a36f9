package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The topic of a conversation became known.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param topic the topic
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncTopic(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String topic) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:sync:topic";

	/**
	 * Describes the event without what the conversation is about.
	 */
	@Override
	public String toString() {
		return "SessionSyncTopic[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + "]";
	}

}
