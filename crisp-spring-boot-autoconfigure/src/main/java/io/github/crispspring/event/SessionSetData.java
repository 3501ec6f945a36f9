package io.github.crispspring.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the custom data of a visitor changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param data the data by key: texts, numbers and booleans
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetData(String websiteId, String sessionId, @Nullable String inboxId,
		Map<String, Object> data) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_data";

	/**
	 * Return a description of the event without the data.
	 */
	@Override
	public String toString() {
		return "SessionSetData[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + "]";
	}

}
