package io.github.crispspring.event;

/**
 * The number of visitors of a website changed.
 *
 * @param websiteId the identifier of the website
 * @param visitorsCount how many there are
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record WebsiteUpdateVisitorsCount(String websiteId, int visitorsCount) implements WebsiteEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "website:update_visitors_count";

}
