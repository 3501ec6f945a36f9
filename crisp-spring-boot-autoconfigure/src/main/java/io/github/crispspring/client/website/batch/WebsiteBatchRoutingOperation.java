package io.github.crispspring.client.website.batch;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Batch operation that assigns conversations to an operator.
 *
 * @param sessions the identifiers of the conversations
 * @param assigned the operator, or an empty {@code Optional} for none
 */
public record WebsiteBatchRoutingOperation(List<String> sessions,
		@JsonInclude(JsonInclude.Include.ALWAYS) Optional<Assigned> assigned) {

	/**
	 * Assign conversations to an operator.
	 * @param sessions the identifiers of the conversations
	 * @param userId the identifier of the operator
	 * @return the instance
	 */
	public static WebsiteBatchRoutingOperation assign(List<String> sessions, String userId) {
		return new WebsiteBatchRoutingOperation(sessions, Optional.of(new Assigned(userId)));
	}

	/**
	 * Remove the assignment of conversations.
	 * @param sessions the identifiers of the conversations
	 * @return the instance
	 */
	public static WebsiteBatchRoutingOperation unassign(List<String> sessions) {
		return new WebsiteBatchRoutingOperation(sessions, Optional.empty());
	}

	/**
	 * An operator.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(String userId) {

	}

}
