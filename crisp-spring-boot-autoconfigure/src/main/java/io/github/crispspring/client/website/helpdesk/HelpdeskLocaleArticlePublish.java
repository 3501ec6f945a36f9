package io.github.crispspring.client.website.helpdesk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Publication of an article.
 *
 * @param url the URL
 * @param other further undocumented fields of the response
 */
public record HelpdeskLocaleArticlePublish(@Nullable String url,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
