package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.model.PeopleProfileCardCompany;
import io.github.crispspring.model.PeopleProfileCardPerson;
import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * What a website knows of a person.
 *
 * @param peopleId the identifier of the profile
 * @param email the e-mail address
 * @param person what is known of the person
 * @param company what is known of the company the person belongs to
 * @param segments the segments the person belongs to
 * @param notepad what operators noted about the person
 * @param active whether the person is active
 * @param score a score
 * @param createdAt when the profile was added
 * @param updatedAt when it last changed
 * @param extraFields the fields without a readable component, if any
 */
public record PeopleProfile(@Nullable String peopleId, @Nullable String email, @Nullable PeopleProfileCardPerson person,
		@Nullable PeopleProfileCardCompany company, List<String> segments, @Nullable String notepad,
		@Nullable Active active, @Nullable Double score, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param peopleId the identifier of the profile
	 * @param email the e-mail address
	 * @param person what is known of the person
	 * @param company what is known of the company the person belongs to
	 * @param segments the segments the person belongs to
	 * @param notepad what operators noted about the person
	 * @param active whether the person is active
	 * @param score a score
	 * @param createdAt when the profile was added
	 * @param updatedAt when it last changed
	 */
	public PeopleProfile(@Nullable String peopleId, @Nullable String email, @Nullable PeopleProfileCardPerson person,
			@Nullable PeopleProfileCardCompany company, List<String> segments, @Nullable String notepad,
			@Nullable Active active, @Nullable Double score, @Nullable Instant createdAt, @Nullable Instant updatedAt) {
		this(peopleId, email, person, company, segments, notepad, active, score, createdAt, updatedAt, null);
	}

	/**
	 * Describes the profile without what was noted about the person.
	 */
	@Override
	public String toString() {
		return "PeopleProfile[peopleId=" + this.peopleId + ", segments=" + this.segments + "]";
	}

	/**
	 * Whether a person is active.
	 *
	 * @param now whether the person is active now
	 * @param last when the person was last active
	 */
	public record Active(@Nullable Boolean now, @Nullable Instant last) {

	}

}
