package io.github.crispspring.client.website.people;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * What a person is subscribed to.
 *
 * @param email whether campaigns may be sent by e-mail
 * @param extraFields the fields without a readable component, if any
 */
public record PeopleSubscription(@Nullable Boolean email, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param email whether campaigns may be sent by e-mail
	 */
	public PeopleSubscription(@Nullable Boolean email) {
		this(email, null);
	}

}
