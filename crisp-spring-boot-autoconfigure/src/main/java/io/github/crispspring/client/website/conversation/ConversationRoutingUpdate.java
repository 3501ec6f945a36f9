package io.github.crispspring.client.website.conversation;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Change of the assignment of a conversation.
 *
 * @param assigned the operator, or an empty {@code Optional} for none
 * @param silent whether not to notify the operator
 */
public record ConversationRoutingUpdate(@JsonInclude(JsonInclude.Include.ALWAYS) Optional<Assigned> assigned,
		@Nullable Boolean silent) {

	/**
	 * Assign a conversation to an operator.
	 * @param userId the identifier of the operator
	 * @return the instance
	 */
	public static ConversationRoutingUpdate assign(String userId) {
		return new ConversationRoutingUpdate(Optional.of(new Assigned(userId)), null);
	}

	/**
	 * Remove the assignment of a conversation.
	 * @return the instance
	 */
	public static ConversationRoutingUpdate unassign() {
		return new ConversationRoutingUpdate(Optional.empty(), null);
	}

	/**
	 * An operator.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(String userId) {

	}

}
