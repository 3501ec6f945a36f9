package io.github.crispspring.client.website.availability;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Availability of a website.
 *
 * @param status the availability, such as {@code online}
 * @param since the start time
 */
public record WebsiteAvailabilityStatus(@Nullable String status, @Nullable Instant since) {

}
