package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A campaign runs, or does no longer.
 * <p>
 * Only the user tier gets it.
 *
 * @param websiteId the identifier of the website
 * @param campaignId the identifier of the campaign
 * @param running whether it runs
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CampaignRunning(String websiteId, @Nullable String campaignId, boolean running) implements CampaignEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "campaign:running";

}
