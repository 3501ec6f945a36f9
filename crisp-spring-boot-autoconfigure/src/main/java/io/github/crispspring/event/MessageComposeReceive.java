package io.github.crispspring.event;

import java.time.Instant;

import io.github.crispspring.message.ComposeType;
import io.github.crispspring.message.MessageUser;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that an operator starts or stops typing.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param type whether typing starts or stops
 * @param excerpt the text typed so far
 * @param timestamp the time
 * @param user the operator
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageComposeReceive(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable ComposeType type, @Nullable String excerpt, @Nullable Instant timestamp,
		@Nullable MessageUser user) implements MessageComposeEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "message:compose:receive";

	/**
	 * Return a description without the text.
	 */
	@Override
	public String toString() {
		return "MessageComposeReceive[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + ", type="
				+ this.type + "]";
	}

}
