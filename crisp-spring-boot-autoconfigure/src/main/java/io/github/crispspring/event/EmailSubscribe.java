package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody subscribed to the e-mails of a website, or unsubscribed.
 *
 * @param websiteId the identifier of the website
 * @param email the e-mail address
 * @param subscribed whether it is subscribed now
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record EmailSubscribe(String websiteId, @Nullable String email, boolean subscribed) implements EmailEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "email:subscribe";

}
