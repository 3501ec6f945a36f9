package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * An article that was published.
 *
 * @param url where it is shown
 * @param other what else Crisp answered, which is not documented
 */
public record HelpdeskLocaleArticlePublish(@Nullable String url,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
