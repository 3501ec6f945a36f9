package io.github.crispspring.client.website.conversation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Identifier of a sent message.
 *
 * @param fingerprint the number that identifies the message in the conversation
 * @param other further undocumented fields of the response
 */
public record SentConversationMessage(@Nullable Long fingerprint,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

}
