package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.model.PeopleProfileCompany;
import io.github.crispspring.model.PeopleProfilePerson;
import org.jspecify.annotations.Nullable;

/**
 * Profile of a person.
 *
 * @param peopleId the identifier of the profile
 * @param email the email address
 * @param person the person
 * @param company the company of the person
 * @param segments the segments the person belongs to
 * @param notepad the notes of the operators
 * @param active whether the person is active
 * @param score a score
 * @param createdAt the time when the profile was added
 * @param updatedAt the time of the last change
 * @param extraFields the other fields, or {@code null} for none
 */
public record PeopleProfile(@Nullable String peopleId, @Nullable String email, @Nullable PeopleProfilePerson person,
		@Nullable PeopleProfileCompany company, List<String> segments, @Nullable String notepad,
		@Nullable Active active, @Nullable Double score, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param peopleId the identifier of the profile
	 * @param email the email address
	 * @param person the person
	 * @param company the company of the person
	 * @param segments the segments the person belongs to
	 * @param notepad the notes of the operators
	 * @param active whether the person is active
	 * @param score a score
	 * @param createdAt the time when the profile was added
	 * @param updatedAt the time of the last change
	 */
	public PeopleProfile(@Nullable String peopleId, @Nullable String email, @Nullable PeopleProfilePerson person,
			@Nullable PeopleProfileCompany company, List<String> segments, @Nullable String notepad,
			@Nullable Active active, @Nullable Double score, @Nullable Instant createdAt, @Nullable Instant updatedAt) {
		this(peopleId, email, person, company, segments, notepad, active, score, createdAt, updatedAt, null);
	}

	/**
	 * Return a description without the notes.
	 */
	@Override
	public String toString() {
		return "PeopleProfile[peopleId=" + this.peopleId + ", segments=" + this.segments + "]";
	}

	/**
	 * Activity of a person.
	 *
	 * @param now whether the person is active now
	 * @param last the time of the person's last activity
	 */
	public record Active(@Nullable Boolean now, @Nullable Instant last) {

	}

}
