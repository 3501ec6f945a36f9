package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that an operator read messages of the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param origin the origin: {@code chat}, {@code email} or the URN of an integration
 * @param fingerprints the fingerprints of the messages
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageAcknowledgeReadReceived(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String origin, List<Long> fingerprints) implements MessageAcknowledgeEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "message:acknowledge:read:received";

}
