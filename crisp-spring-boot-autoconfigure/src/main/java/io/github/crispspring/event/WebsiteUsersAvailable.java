package io.github.crispspring.event;

/**
 * Event reporting whether operators of a website are available.
 *
 * @param websiteId the identifier of the website
 * @param available whether operators are available
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record WebsiteUsersAvailable(String websiteId, boolean available) implements WebsiteEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "website:users:available";

}
