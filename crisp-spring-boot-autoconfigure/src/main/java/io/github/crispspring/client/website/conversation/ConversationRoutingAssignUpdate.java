package io.github.crispspring.client.website.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * To whom a conversation is to be assigned.
 *
 * @param assigned the operator, {@code null} for nobody
 * @param silent whether not to notify the operator
 */
public record ConversationRoutingAssignUpdate(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Assigned assigned,
		@Nullable Boolean silent) {

	/**
	 * Assign a conversation to an operator.
	 * @param userId the identifier of the operator
	 * @return what to send
	 */
	public static ConversationRoutingAssignUpdate to(String userId) {
		return new ConversationRoutingAssignUpdate(new Assigned(userId), null);
	}

	/**
	 * Take a conversation from its operator.
	 * @return what to send
	 */
	public static ConversationRoutingAssignUpdate unassign() {
		return new ConversationRoutingAssignUpdate(null, null);
	}

	/**
	 * An operator.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(String userId) {

	}

}
