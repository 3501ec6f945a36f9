package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a conversation was linked to a profile.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param peopleId the identifier of the profile
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleBindSession(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String peopleId) implements PeopleEvent, ConversationEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "people:bind:session";

}
