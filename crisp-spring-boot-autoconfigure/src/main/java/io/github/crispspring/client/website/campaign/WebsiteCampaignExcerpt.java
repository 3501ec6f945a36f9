package io.github.crispspring.client.website.campaign;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Summary of a campaign.
 *
 * @param campaignId the identifier of the campaign
 * @param type the type
 * @param format the format of its message, such as {@code markdown}
 * @param name the name
 * @param subject the subject of its emails
 * @param tag the tag it was given
 * @param ready whether it can be sent
 * @param dispatched whether it was sent
 * @param running whether it is being sent
 * @param progress the progress
 * @param targets the number of recipients
 * @param reached the number of people to whom it was sent
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @param dispatchedAt the time of sending
 */
public record WebsiteCampaignExcerpt(@Nullable String campaignId, @Nullable String type, @Nullable String format,
		@Nullable String name, @Nullable String subject, @Nullable String tag, @Nullable Boolean ready,
		@Nullable Boolean dispatched, @Nullable Boolean running, @Nullable Double progress, @Nullable Integer targets,
		@Nullable Integer reached, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant dispatchedAt) {

}
