package io.github.crispspring.event;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A message was held back as spam.
 * <p>
 * Only the user tier gets it, and only over the realtime connection: it is never sent as
 * a web hook.
 *
 * @param websiteId the identifier of the website
 * @param spamId the identifier of the message
 * @param type the kind of message, such as {@code email}
 * @param reason why it was held back
 * @param metadata what is known of it
 * @param headers its headers
 * @param timestamp when it came
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SpamMessage(String websiteId, @Nullable String spamId, @Nullable String type, @Nullable String reason,
		Map<String, Object> metadata, Map<String, Object> headers, @Nullable Instant timestamp) implements SpamEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "spam:message";

	/**
	 * Describes the event without the message.
	 */
	@Override
	public String toString() {
		return "SpamMessage[websiteId=" + this.websiteId + ", spamId=" + this.spamId + ", type=" + this.type
				+ ", reason=" + this.reason + ", timestamp=" + this.timestamp + "]";
	}

}
