package io.github.crispspring.client.website.people;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A profile that was just added.
 *
 * @param peopleId the identifier of the profile
 * @param other what else Crisp answered, which is not documented
 */
public record NewPeopleProfile(@Nullable String peopleId, @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
