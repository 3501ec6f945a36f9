package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A redirection that was added.
 *
 * @param redirectionId its identifier
 * @param other what else Crisp answered, which is not documented
 */
public record NewHelpdeskRedirection(@Nullable String redirectionId,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
