package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a conversation was assigned to an operator or that its assignment
 * was removed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param routingId the identifier of the operator, or {@code null} for none
 * @param previousRoutingId the identifier of the previous operator, if known
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetRouting(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String routingId, @Nullable String previousRoutingId) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:set_routing";

}
