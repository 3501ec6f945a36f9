package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A category that was added.
 *
 * @param categoryId its identifier
 * @param other what else Crisp answered, which is not documented
 */
public record NewHelpdeskLocaleCategory(@Nullable String categoryId,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
