package io.github.crispspring.event;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a message was held back as spam.
 * <p>
 * Sent to the user tier only, over the RTM connection but not to webhooks.
 *
 * @param websiteId the identifier of the website
 * @param spamId the identifier of the message
 * @param type the kind of message, such as {@code email}
 * @param reason the reason for which it was held back
 * @param metadata the data
 * @param headers the headers
 * @param timestamp the time of receipt
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SpamMessage(String websiteId, @Nullable String spamId, @Nullable String type, @Nullable String reason,
		Map<String, Object> metadata, Map<String, Object> headers, @Nullable Instant timestamp) implements SpamEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "spam:message";

	/**
	 * Return a description of the event without the message.
	 */
	@Override
	public String toString() {
		return "SpamMessage[websiteId=" + this.websiteId + ", spamId=" + this.spamId + ", type=" + this.type
				+ ", reason=" + this.reason + ", timestamp=" + this.timestamp + "]";
	}

}
