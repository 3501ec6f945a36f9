package io.github.crispspring.event;

import io.github.crispspring.model.PeopleProfileCardCompany;
import io.github.crispspring.model.PeopleProfileCardPerson;
import org.jspecify.annotations.Nullable;

/**
 * What a profile tells of the visitor of a conversation became known.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param peopleId the identifier of the profile
 * @param identity what is known
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleSyncProfile(String websiteId, String sessionId, @Nullable String inboxId, @Nullable String peopleId,
		@Nullable Identity identity) implements PeopleEvent, ConversationEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "people:sync:profile";

	/**
	 * Who a visitor is.
	 *
	 * @param person what is known of the person
	 * @param company what is known of the company the person belongs to
	 */
	public record Identity(@Nullable PeopleProfileCardPerson person, @Nullable PeopleProfileCardCompany company) {

	}

}
