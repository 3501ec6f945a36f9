package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a profile was added.
 *
 * @param websiteId the identifier of the website
 * @param peopleId the identifier of the profile
 * @param email the email address
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleProfileCreated(String websiteId, @Nullable String peopleId,
		@Nullable String email) implements PeopleEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "people:profile:created";

}
