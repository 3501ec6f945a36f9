package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A campaign that reached a person.
 *
 * @param campaignId the identifier of the campaign
 * @param type its type
 * @param name its name
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param dispatchedAt when it was sent
 * @param occurredAt when it occurred
 * @param statistics what the person did with it
 */
public record PeopleCampaign(@Nullable String campaignId, @Nullable String type, @Nullable String name,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Instant dispatchedAt,
		@Nullable Instant occurredAt, List<String> statistics) {

}
