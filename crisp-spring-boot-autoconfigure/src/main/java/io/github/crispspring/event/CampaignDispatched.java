package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a campaign was sent.
 * <p>
 * Sent to the user tier only.
 *
 * @param websiteId the identifier of the website
 * @param campaignId the identifier of the campaign
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CampaignDispatched(String websiteId, @Nullable String campaignId) implements CampaignEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "campaign:dispatched";

}
