package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a person subscribed to or unsubscribed from emails of a website.
 *
 * @param websiteId the identifier of the website
 * @param email the email address
 * @param subscribed whether the address is subscribed
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record EmailSubscribe(String websiteId, @Nullable String email, boolean subscribed) implements EmailEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "email:subscribe";

}
