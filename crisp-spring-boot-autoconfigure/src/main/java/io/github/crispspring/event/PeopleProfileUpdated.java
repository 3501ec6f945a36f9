package io.github.crispspring.event;

import java.time.Instant;

import io.github.crispspring.conversation.PeopleProfileCardCompany;
import io.github.crispspring.conversation.PeopleProfileCardPerson;
import org.jspecify.annotations.Nullable;

/**
 * A profile changed.
 *
 * @param websiteId the identifier of the website
 * @param peopleId the identifier of the profile
 * @param email the e-mail address
 * @param update what is new
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleProfileUpdated(String websiteId, @Nullable String peopleId, @Nullable String email,
		@Nullable Update update) implements PeopleEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "people:profile:updated";

	/**
	 * What changed in a profile.
	 *
	 * @param person what is known of the person
	 * @param company what is known of the company the person belongs to
	 * @param updatedAt when it changed
	 */
	public record Update(@Nullable PeopleProfileCardPerson person, @Nullable PeopleProfileCardCompany company,
			@Nullable Instant updatedAt) {

	}

}
