package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Identifier of a new category.
 *
 * @param categoryId the identifier
 * @param other further undocumented fields of the response
 */
public record CreatedHelpdeskLocaleCategory(@Nullable String categoryId,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
