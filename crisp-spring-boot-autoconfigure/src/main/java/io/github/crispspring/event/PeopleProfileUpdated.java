package io.github.crispspring.event;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.model.PeopleProfileCardCompany;
import io.github.crispspring.model.PeopleProfileCardPerson;
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
	 * @param segments the segments, {@code null} if they did not change
	 * @param notepad the notes of the operators, {@code null} if they did not change
	 * @param updatedAt when it changed
	 */
	public record Update(@Nullable PeopleProfileCardPerson person, @Nullable PeopleProfileCardCompany company,
			@Nullable List<String> segments, @Nullable String notepad, @Nullable Instant updatedAt) {

		/**
		 * Describes the change without the notes.
		 */
		@Override
		public String toString() {
			return "Update[person=" + this.person + ", company=" + this.company + ", segments=" + this.segments
					+ ", updatedAt=" + this.updatedAt + "]";
		}

	}

}
