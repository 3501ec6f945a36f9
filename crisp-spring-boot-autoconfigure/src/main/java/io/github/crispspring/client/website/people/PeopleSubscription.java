package io.github.crispspring.client.website.people;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Subscription status of a person.
 *
 * @param email whether campaigns may be sent by email
 * @param extraFields the other fields, or {@code null} for none
 */
public record PeopleSubscription(@Nullable Boolean email, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param email whether campaigns may be sent by email
	 */
	public PeopleSubscription(@Nullable Boolean email) {
		this(email, null);
	}

}
