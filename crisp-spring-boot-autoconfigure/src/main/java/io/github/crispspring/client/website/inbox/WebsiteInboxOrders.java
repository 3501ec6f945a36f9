package io.github.crispspring.client.website.inbox;

import java.util.List;

/**
 * Positions of inboxes.
 *
 * @param orders the place of each inbox
 */
public record WebsiteInboxOrders(List<Order> orders) {

	/**
	 * Position of an inbox.
	 *
	 * @param inboxId the identifier of the inbox
	 * @param order the position among the inboxes
	 */
	public record Order(String inboxId, int order) {

	}

}
