package io.github.crispspring.event;

/**
 * Event reporting that the number of visitors of a website changed.
 *
 * @param websiteId the identifier of the website
 * @param visitorsCount the number
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record WebsiteUpdateVisitorsCount(String websiteId, int visitorsCount) implements WebsiteEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "website:update_visitors_count";

}
