package io.github.crispspring.client.website.conversation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Assignment of a conversation.
 *
 * @param assigned the operator, or {@code null} for none
 * @param other further undocumented fields of the response
 */
public record ConversationRouting(@Nullable Assigned assigned,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

	/**
	 * An operator.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(@Nullable String userId) {

	}

}
