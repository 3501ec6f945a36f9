package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that messages could not be delivered.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param origin the origin: {@code chat}, {@code email} or the URN of an integration
 * @param fingerprints the fingerprints of the messages
 * @param details the reason
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageAcknowledgeIgnored(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String origin, List<Long> fingerprints,
		@Nullable Details details) implements MessageAcknowledgeEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "message:acknowledge:ignored";

	/**
	 * Reason for which messages could not be delivered.
	 *
	 * @param type the type of the recipient
	 * @param reason the reason
	 */
	public record Details(@Nullable String type, @Nullable String reason) {

	}

}
