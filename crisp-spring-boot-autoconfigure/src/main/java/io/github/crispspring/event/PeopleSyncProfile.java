package io.github.crispspring.event;

import io.github.crispspring.model.PeopleProfileCompany;
import io.github.crispspring.model.PeopleProfilePerson;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting the details that a profile has about the visitor of a conversation.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param peopleId the identifier of the profile
 * @param identity the details
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleSyncProfile(String websiteId, String sessionId, @Nullable String inboxId, @Nullable String peopleId,
		@Nullable Identity identity) implements PeopleEvent, ConversationEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "people:sync:profile";

	/**
	 * Identity of a visitor.
	 *
	 * @param person the person
	 * @param company the company of the person
	 */
	public record Identity(@Nullable PeopleProfilePerson person, @Nullable PeopleProfileCompany company) {

	}

}
