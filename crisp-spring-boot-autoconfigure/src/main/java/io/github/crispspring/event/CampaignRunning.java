package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a campaign started or stopped running.
 * <p>
 * Sent to the user tier only.
 *
 * @param websiteId the identifier of the website
 * @param campaignId the identifier of the campaign
 * @param running whether the campaign runs
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CampaignRunning(String websiteId, @Nullable String campaignId, boolean running) implements CampaignEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "campaign:running";

}
