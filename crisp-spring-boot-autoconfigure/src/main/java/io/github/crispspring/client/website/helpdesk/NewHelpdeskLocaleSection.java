package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A section that was added.
 *
 * @param sectionId its identifier
 * @param other what else Crisp answered, which is not documented
 */
public record NewHelpdeskLocaleSection(@Nullable String sectionId,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
