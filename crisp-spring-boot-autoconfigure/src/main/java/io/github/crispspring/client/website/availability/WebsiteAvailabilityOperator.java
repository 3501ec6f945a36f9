package io.github.crispspring.client.website.availability;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Availability of an operator.
 *
 * @param userId the identifier of the operator
 * @param type the availability, such as {@code online}
 * @param time the duration of the availability
 */
public record WebsiteAvailabilityOperator(@Nullable String userId, @Nullable String type, @Nullable Time time) {

	/**
	 * Duration of an availability.
	 *
	 * @param duration the duration
	 * @param since the start time
	 */
	public record Time(@JsonProperty("for") @Nullable Long duration, @Nullable Instant since) {

	}

}
