package io.github.crispspring.client.website.campaign;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A campaign in short.
 *
 * @param campaignId the identifier of the campaign
 * @param type its type
 * @param format the format of its message, such as {@code markdown}
 * @param name its name
 * @param subject the subject of its e-mails
 * @param tag the tag it was given
 * @param ready whether it can be sent
 * @param dispatched whether it was sent
 * @param running whether it is being sent
 * @param progress how much of it is done
 * @param targets how many people it is meant for
 * @param reached how many people it reached
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param dispatchedAt when it was sent
 */
public record WebsiteCampaignExcerpt(@Nullable String campaignId, @Nullable String type, @Nullable String format,
		@Nullable String name, @Nullable String subject, @Nullable String tag, @Nullable Boolean ready,
		@Nullable Boolean dispatched, @Nullable Boolean running, @Nullable Double progress, @Nullable Integer targets,
		@Nullable Integer reached, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant dispatchedAt) {

}
