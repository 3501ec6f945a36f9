package io.github.crispspring.client.website.availability;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether a website is available.
 *
 * @param status the availability, such as {@code online}
 * @param since since when
 */
public record WebsiteAvailabilityStatus(@Nullable String status, @Nullable Instant since) {

}
