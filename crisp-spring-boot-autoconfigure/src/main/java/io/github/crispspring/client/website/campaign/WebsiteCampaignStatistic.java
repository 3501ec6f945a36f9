package io.github.crispspring.client.website.campaign;

import java.time.Instant;
import java.util.Map;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Action of a person on a campaign.
 *
 * @param type the action
 * @param profile the person who performed the action
 * @param data the data
 * @param createdAt the time of the record
 * @param updatedAt the time of the last change
 */
public record WebsiteCampaignStatistic(@Nullable String type, @Nullable Profile profile, Map<String, Object> data,
		@Nullable Instant createdAt, @Nullable Instant updatedAt) {

	/**
	 * Profile of a person who performed an action on a campaign.
	 *
	 * @param peopleId the identifier of the profile
	 * @param email the email address
	 * @param person the profile
	 */
	public record Profile(@Nullable String peopleId, @Nullable String email, @Nullable Person person) {

	}

	/**
	 * Details of a person.
	 *
	 * @param nickname the name
	 * @param avatar the URL of a picture
	 * @param geolocation the estimated location of the person
	 */
	public record Person(@Nullable String nickname, @Nullable String avatar, @Nullable GeolocationInfo geolocation) {

	}

}
