package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * To which operator a conversation is assigned.
 *
 * @param assigned the operator, absent if it is nobody
 */
public record ConversationRoutingAssign(@Nullable Assigned assigned) {

	/**
	 * An operator.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(@Nullable String userId) {

	}

}
