package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a profile was deleted.
 *
 * @param websiteId the identifier of the website
 * @param peopleId the identifier of the profile
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleProfileRemoved(String websiteId, @Nullable String peopleId) implements PeopleEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "people:profile:removed";

}
