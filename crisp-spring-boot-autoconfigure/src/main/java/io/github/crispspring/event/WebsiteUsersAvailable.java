package io.github.crispspring.event;

/**
 * A website has operators who are available, or has none any more.
 *
 * @param websiteId the identifier of the website
 * @param available whether there are any
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record WebsiteUsersAvailable(String websiteId, boolean available) implements WebsiteEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "website:users:available";

}
