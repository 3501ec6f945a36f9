package io.github.crispspring.client.website.batch;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * To whom conversations are to be assigned.
 *
 * @param sessions the identifiers of the conversations
 * @param assigned the operator, empty for nobody
 */
public record WebsiteBatchRoutingOperation(List<String> sessions,
		@JsonInclude(JsonInclude.Include.ALWAYS) Optional<Assigned> assigned) {

	/**
	 * Assign conversations to an operator.
	 * @param sessions the identifiers of the conversations
	 * @param userId the identifier of the operator
	 * @return what to send
	 */
	public static WebsiteBatchRoutingOperation assign(List<String> sessions, String userId) {
		return new WebsiteBatchRoutingOperation(sessions, Optional.of(new Assigned(userId)));
	}

	/**
	 * Take conversations from their operators.
	 * @param sessions the identifiers of the conversations
	 * @return what to send
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
