package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.model.PeopleProfileCompany;
import io.github.crispspring.model.PeopleProfilePerson;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Profile of a person to add, replace or change.
 *
 * @param email the email address
 * @param person the person
 * @param company the company of the person
 * @param segments the segments the person belongs to
 * @param notepad the notes of the operators
 * @param active the time of the person's last activity
 */
@RecordBuilder
public record PeopleProfileRequest(@Nullable String email, @Nullable PeopleProfilePerson person,
		@Nullable PeopleProfileCompany company, @Nullable List<String> segments, @Nullable String notepad,
		@Nullable Instant active) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static PeopleProfileRequestBuilder builder() {
		return PeopleProfileRequestBuilder.builder();
	}

	/**
	 * Return a description without the notes.
	 */
	@Override
	public String toString() {
		return "PeopleProfileRequest[segments=" + this.segments + ", active=" + this.active + "]";
	}

}
