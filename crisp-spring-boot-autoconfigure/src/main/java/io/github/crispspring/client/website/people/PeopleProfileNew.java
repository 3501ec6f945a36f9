package io.github.crispspring.client.website.people;

import org.jspecify.annotations.Nullable;

/**
 * A profile that was just added.
 *
 * @param peopleId the identifier of the profile
 */
public record PeopleProfileNew(@Nullable String peopleId) {

}
