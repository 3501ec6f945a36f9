package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A conversation was assigned to an operator, or is no longer.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param routingId the identifier of the operator it is assigned to, absent if to none
 * @param previousRoutingId the identifier of the operator it was assigned to, if it is
 * said
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSetRouting(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String routingId, @Nullable String previousRoutingId) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:set_routing";

}
