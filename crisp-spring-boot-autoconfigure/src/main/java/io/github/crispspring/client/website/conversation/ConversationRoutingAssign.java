package io.github.crispspring.client.website.conversation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * To which operator a conversation is assigned.
 *
 * @param assigned the operator, absent if it is nobody
 * @param other what else Crisp answered, which is not documented
 */
public record ConversationRoutingAssign(@Nullable Assigned assigned,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

	/**
	 * An operator.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(@Nullable String userId) {

	}

}
