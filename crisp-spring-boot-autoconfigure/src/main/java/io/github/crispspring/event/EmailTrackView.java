package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that an email was viewed.
 *
 * @param websiteId the identifier of the website
 * @param type the kind of email
 * @param identifier the identifier
 * @param mode the tracking mode
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record EmailTrackView(String websiteId, @Nullable String type, @Nullable String identifier,
		@Nullable String mode) implements EmailEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "email:track:view";

}
