package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * It was decided what becomes of a message that was held back as spam.
 * <p>
 * Only the user tier gets it, and only over the realtime connection: it is never sent as
 * a web hook.
 *
 * @param websiteId the identifier of the website
 * @param spamId the identifier of the message
 * @param action what becomes of it
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SpamDecision(String websiteId, @Nullable String spamId, @Nullable String action) implements SpamEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "spam:decision";

}
