package io.github.crispspring.client.website.people;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Identifier of a new profile.
 *
 * @param peopleId the identifier of the profile
 * @param other further undocumented fields of the response
 */
public record CreatedPeopleProfile(@Nullable String peopleId, @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
