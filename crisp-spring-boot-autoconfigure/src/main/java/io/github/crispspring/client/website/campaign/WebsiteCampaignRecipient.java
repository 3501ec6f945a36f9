package io.github.crispspring.client.website.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a campaign is meant for.
 *
 * @param peopleId the identifier of the profile
 * @param email the e-mail address
 * @param person who it is
 * @param subscribed whether the person wants campaigns
 */
public record WebsiteCampaignRecipient(@Nullable String peopleId, @Nullable String email, @Nullable Person person,
		@Nullable Boolean subscribed) {

	/**
	 * Who a recipient is.
	 *
	 * @param nickname the name
	 * @param avatar the URL of a picture
	 */
	public record Person(@Nullable String nickname, @Nullable String avatar) {

	}

}
