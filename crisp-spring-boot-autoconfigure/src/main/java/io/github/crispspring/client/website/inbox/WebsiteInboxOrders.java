package io.github.crispspring.client.website.inbox;

import java.util.List;

/**
 * The places of inboxes.
 *
 * @param orders the place of each inbox
 */
public record WebsiteInboxOrders(List<Order> orders) {

	/**
	 * The place of an inbox.
	 *
	 * @param inboxId the identifier of the inbox
	 * @param order its place among the inboxes
	 */
	public record Order(String inboxId, int order) {

	}

}
