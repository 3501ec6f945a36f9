package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the subject of a conversation changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param subject the subject
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetSubject(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String subject) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_subject";

	/**
	 * Return a description without the text.
	 */
	@Override
	public String toString() {
		return "SessionSetSubject[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + "]";
	}

}
