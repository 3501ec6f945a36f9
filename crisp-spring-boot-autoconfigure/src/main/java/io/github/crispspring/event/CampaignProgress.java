package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A campaign came further.
 * <p>
 * Only the user tier gets it.
 *
 * @param websiteId the identifier of the website
 * @param campaignId the identifier of the campaign
 * @param progress how much of it is done
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record CampaignProgress(String websiteId, @Nullable String campaignId,
		@Nullable Double progress) implements CampaignEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "campaign:progress";

}
