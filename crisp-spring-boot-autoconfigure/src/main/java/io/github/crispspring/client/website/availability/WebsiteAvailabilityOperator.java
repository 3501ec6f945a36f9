package io.github.crispspring.client.website.availability;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether an operator is available.
 *
 * @param userId the identifier of the operator
 * @param type the availability, such as {@code online}
 * @param time how long it has lasted, and will
 */
public record WebsiteAvailabilityOperator(@Nullable String userId, @Nullable String type, @Nullable Time time) {

	/**
	 * How long an availability lasts.
	 *
	 * @param duration for how long
	 * @param since since when
	 */
	public record Time(@JsonProperty("for") @Nullable Long duration, @Nullable Instant since) {

	}

}
