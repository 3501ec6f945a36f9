package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Campaign sent to a person.
 *
 * @param campaignId the identifier of the campaign
 * @param type the type
 * @param name the name
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @param dispatchedAt the time of sending
 * @param occurredAt the time of the event
 * @param statistics the action of the person
 */
public record PeopleCampaign(@Nullable String campaignId, @Nullable String type, @Nullable String name,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Instant dispatchedAt,
		@Nullable Instant occurredAt, List<String> statistics) {

}
