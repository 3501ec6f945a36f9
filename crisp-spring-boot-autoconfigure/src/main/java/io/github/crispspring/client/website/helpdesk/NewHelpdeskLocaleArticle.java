package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * An article that was added.
 *
 * @param articleId its identifier
 * @param other what else Crisp answered, which is not documented
 */
public record NewHelpdeskLocaleArticle(@Nullable String articleId,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
