package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Event that delivers the requested animations.
 * <p>
 * Sent to the user tier only, over the RTM connection but not to webhooks.
 *
 * @param websiteId the identifier of the website, if known
 * @param id the identifier of the list, as chosen by the request
 * @param identifier the identifier assigned by Crisp
 * @param results the animations
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MediaAnimationListed(@Nullable String websiteId, @Nullable String id, @Nullable String identifier,
		List<Animation> results) implements CrispEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "media:animation:listed";

	/**
	 * Animated image.
	 *
	 * @param type the media type, such as {@code image/gif}
	 * @param url the URL
	 */
	public record Animation(@Nullable String type, @Nullable String url) {

	}

}
