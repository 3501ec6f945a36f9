package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting the decision about a message that was held back as spam.
 * <p>
 * Sent to the user tier only, over the RTM connection but not to webhooks.
 *
 * @param websiteId the identifier of the website
 * @param spamId the identifier of the message
 * @param action the decision
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SpamDecision(String websiteId, @Nullable String spamId, @Nullable String action) implements SpamEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "spam:decision";

}
