package io.github.crispspring.client.website.conversation;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * To whom a conversation is to be assigned.
 *
 * @param assigned the operator, empty for nobody
 * @param silent whether not to notify the operator
 */
public record ConversationRoutingAssignUpdate(@JsonInclude(JsonInclude.Include.ALWAYS) Optional<Assigned> assigned,
		@Nullable Boolean silent) {

	/**
	 * Assign a conversation to an operator.
	 * @param userId the identifier of the operator
	 * @return what to send
	 */
	public static ConversationRoutingAssignUpdate to(String userId) {
		return new ConversationRoutingAssignUpdate(Optional.of(new Assigned(userId)), null);
	}

	/**
	 * Take a conversation from its operator.
	 * @return what to send
	 */
	public static ConversationRoutingAssignUpdate unassign() {
		return new ConversationRoutingAssignUpdate(Optional.empty(), null);
	}

	/**
	 * An operator.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(String userId) {

	}

}
