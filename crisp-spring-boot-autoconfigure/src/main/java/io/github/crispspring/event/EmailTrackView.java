package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at an e-mail.
 *
 * @param websiteId the identifier of the website
 * @param type the kind of e-mail
 * @param identifier which one it is
 * @param mode how it was tracked
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record EmailTrackView(String websiteId, @Nullable String type, @Nullable String identifier,
		@Nullable String mode) implements EmailEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "email:track:view";

}
