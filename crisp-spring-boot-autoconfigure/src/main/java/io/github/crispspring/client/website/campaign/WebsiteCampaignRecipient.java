package io.github.crispspring.client.website.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Recipient of a campaign.
 *
 * @param peopleId the identifier of the profile
 * @param email the email address
 * @param person the profile
 * @param subscribed whether the person receives campaigns
 */
public record WebsiteCampaignRecipient(@Nullable String peopleId, @Nullable String email, @Nullable Person person,
		@Nullable Boolean subscribed) {

	/**
	 * Profile of a recipient.
	 *
	 * @param nickname the name
	 * @param avatar the URL of a picture
	 */
	public record Person(@Nullable String nickname, @Nullable String avatar) {

	}

}
