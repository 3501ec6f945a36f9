package io.github.crispspring.event;

import java.time.Instant;

import io.github.crispspring.message.ComposeType;
import org.jspecify.annotations.Nullable;

/**
 * The visitor starts or stops typing.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param type whether typing starts or stops
 * @param excerpt what is typed so far
 * @param timestamp when
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageComposeSend(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable ComposeType type, @Nullable String excerpt,
		@Nullable Instant timestamp) implements MessageComposeEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "message:compose:send";

	/**
	 * Describes the event without what was written.
	 */
	@Override
	public String toString() {
		return "MessageComposeSend[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + ", type="
				+ this.type + "]";
	}

}
