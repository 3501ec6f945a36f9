package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The postal address of a visitor changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param address the postal address
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetAddress(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String address) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:set_address";

}
