package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The animations that were asked for were found.
 * <p>
 * Only the user tier gets it, and only over the realtime connection: it is never sent as
 * a web hook.
 *
 * @param websiteId the identifier of the website, where it came beside the event
 * @param id the identifier that the list was asked for with, by which it can be
 * recognised
 * @param identifier an identifier that Crisp gave it
 * @param results the animations
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MediaAnimationListed(@Nullable String websiteId, @Nullable String id, @Nullable String identifier,
		List<Animation> results) implements MediaEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "media:animation:listed";

	/**
	 * An animated picture.
	 *
	 * @param type its media type, such as {@code image/gif}
	 * @param url where it can be read
	 */
	public record Animation(@Nullable String type, @Nullable String url) {

	}

}
