package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A message was deleted.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param fingerprint the fingerprint of the message
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageRemoved(String websiteId, String sessionId, @Nullable String inboxId,
		long fingerprint) implements MessageEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "message:removed";

}
