package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Identifier of a new article.
 *
 * @param articleId the identifier
 * @param other further undocumented fields of the response
 */
public record CreatedHelpdeskLocaleArticle(@Nullable String articleId,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
