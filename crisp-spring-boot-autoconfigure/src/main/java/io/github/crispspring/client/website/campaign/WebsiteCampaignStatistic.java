package io.github.crispspring.client.website.campaign;

import java.time.Instant;
import java.util.Map;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a campaign.
 *
 * @param type what was done
 * @param profile who did it
 * @param data what is known of it
 * @param createdAt when it was noted
 * @param updatedAt when it last changed
 */
public record WebsiteCampaignStatistic(@Nullable String type, @Nullable Profile profile, Map<String, Object> data,
		@Nullable Instant createdAt, @Nullable Instant updatedAt) {

	/**
	 * Who did something with a campaign.
	 *
	 * @param peopleId the identifier of the profile
	 * @param email the e-mail address
	 * @param person who it is
	 */
	public record Profile(@Nullable String peopleId, @Nullable String email, @Nullable Person person) {

	}

	/**
	 * What is known of a person.
	 *
	 * @param nickname the name
	 * @param avatar the URL of a picture
	 * @param geolocation where the person seems to be
	 */
	public record Person(@Nullable String nickname, @Nullable String avatar, @Nullable GeolocationInfo geolocation) {

	}

}
