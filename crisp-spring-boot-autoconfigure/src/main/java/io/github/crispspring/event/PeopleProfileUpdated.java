package io.github.crispspring.event;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.model.PeopleProfileCompany;
import io.github.crispspring.model.PeopleProfilePerson;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a profile changed.
 *
 * @param websiteId the identifier of the website
 * @param peopleId the identifier of the profile
 * @param email the email address
 * @param update the changed values
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleProfileUpdated(String websiteId, @Nullable String peopleId, @Nullable String email,
		@Nullable Update update) implements PeopleEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "people:profile:updated";

	/**
	 * Changed values of a profile.
	 *
	 * @param person the person
	 * @param company the company of the person
	 * @param segments the segments, {@code null} if they did not change
	 * @param notepad the notes of the operators, {@code null} if they did not change
	 * @param updatedAt the time of the change
	 */
	public record Update(@Nullable PeopleProfilePerson person, @Nullable PeopleProfileCompany company,
			@Nullable List<String> segments, @Nullable String notepad, @Nullable Instant updatedAt) {

		/**
		 * Return a description without the notes.
		 */
		@Override
		public String toString() {
			return "Update[person=" + this.person + ", company=" + this.company + ", segments=" + this.segments
					+ ", updatedAt=" + this.updatedAt + "]";
		}

	}

}
