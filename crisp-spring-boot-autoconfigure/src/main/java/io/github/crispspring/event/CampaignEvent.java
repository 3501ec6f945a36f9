package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code campaign:*} events.
 */
public sealed interface CampaignEvent extends CrispEvent permits CampaignDispatched, CampaignProgress, CampaignRunning {

	@Override
	String websiteId();

	/**
	 * Return the identifier of the campaign.
	 * @return the identifier, or {@code null} if unknown
	 */
	@Nullable String campaignId();

}
