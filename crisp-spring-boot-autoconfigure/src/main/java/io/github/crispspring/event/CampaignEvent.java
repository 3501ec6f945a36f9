package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Something about a campaign changed: all {@code campaign:*} events.
 */
public sealed interface CampaignEvent extends CrispEvent permits CampaignDispatched, CampaignProgress, CampaignRunning {

	@Override
	String websiteId();

	/**
	 * Return the campaign it is about.
	 * @return the identifier, or {@code null} if it is not said
	 */
	@Nullable String campaignId();

}
