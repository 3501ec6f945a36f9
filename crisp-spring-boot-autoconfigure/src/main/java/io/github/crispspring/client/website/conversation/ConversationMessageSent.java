package io.github.crispspring.client.website.conversation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A message that Crisp accepted.
 *
 * @param fingerprint the number by which it is known within the conversation
 * @param other what else Crisp answered, which is not documented
 */
public record ConversationMessageSent(@Nullable Long fingerprint,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
