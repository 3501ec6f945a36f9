package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * What a person is subscribed to.
 *
 * @param email whether campaigns may be sent by e-mail
 */
public record PeopleSubscription(@Nullable Boolean email) {

}
