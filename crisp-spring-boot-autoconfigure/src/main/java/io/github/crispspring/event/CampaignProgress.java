package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting the progress of a campaign.
 * <p>
 * Sent to the user tier only.
 *
 * @param websiteId the identifier of the website
 * @param campaignId the identifier of the campaign
 * @param progress the progress
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CampaignProgress(String websiteId, @Nullable String campaignId,
		@Nullable Double progress) implements CampaignEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "campaign:progress";

}
