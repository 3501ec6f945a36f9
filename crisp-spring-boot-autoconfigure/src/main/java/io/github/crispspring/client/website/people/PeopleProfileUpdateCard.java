package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.model.PeopleProfileCardCompany;
import io.github.crispspring.model.PeopleProfileCardPerson;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a website is to know of a person.
 *
 * @param email the e-mail address
 * @param person what is known of the person
 * @param company what is known of the company the person belongs to
 * @param segments the segments the person belongs to
 * @param notepad what to note about the person
 * @param active when the person was last active
 */
@RecordBuilder
public record PeopleProfileUpdateCard(@Nullable String email, @Nullable PeopleProfileCardPerson person,
		@Nullable PeopleProfileCardCompany company, @Nullable List<String> segments, @Nullable String notepad,
		@Nullable Instant active) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static PeopleProfileUpdateCardBuilder builder() {
		return PeopleProfileUpdateCardBuilder.builder();
	}

	/**
	 * Describes the profile without what is noted about the person.
	 */
	@Override
	public String toString() {
		return "PeopleProfileUpdateCard[segments=" + this.segments + ", active=" + this.active + "]";
	}

}
