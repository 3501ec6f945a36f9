package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A campaign was sent.
 * <p>
 * Only the user tier gets it.
 *
 * @param websiteId the identifier of the website
 * @param campaignId the identifier of the campaign
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CampaignDispatched(String websiteId, @Nullable String campaignId) implements CampaignEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "campaign:dispatched";

}
